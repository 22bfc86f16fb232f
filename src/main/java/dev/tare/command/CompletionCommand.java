package dev.tare.command;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tare completion}. */
@Command(name = "completion",
        description = "Print a script that completes commands, options, files and the images of local engines in bash "
                + "and zsh.",
        footer = { "  tare completion > ~/.local/share/bash-completion/completions/tare",
                "  tare completion > ~/.tare-completion   # and in ~/.zshrc: source ~/.tare-completion" })
final class CompletionCommand implements Callable<Integer> {

    /**
     * Lists images only after a prefix of an engine, because that starts the command. Bash splits a word at its colons, so
     * it replaces only the part after the last one. The names are compared and not passed to {@code compgen -W}, which
     * would expand a command in a name.
     */
    private static final String IMAGES = """

            # Completes the images of local engines after docker: and podman:, and everything else as above.
            function _tare_with_images() {
              local line word image
              line=${COMP_LINE:0:COMP_POINT}
              word=${line##*[[:space:]]}
              case $word in
                docker:*|podman:*)
                  COMPREPLY=()
                  while IFS= read -r image; do
                    case $image in "$word"*) COMPREPLY+=("$image") ;; esac
                  done < <("$1" images --engine "${word%%:*}" --format names 2>/dev/null)
                  case $COMP_WORDBREAKS in
                    *:*) COMPREPLY=("${COMPREPLY[@]#"${word%"${word##*:}"}"}") ;;
                  esac
                  ;;
                *) _complete_tare "$@" ;;
              esac
            }
            complete -F _tare_with_images -o default tare
            """;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine tare = TareCommand.commandLine(this.spec).getParent();
        TareCommand.terminal(this.spec).print(AutoComplete.bash("tare", tare) + IMAGES);
        return 0;
    }
}
