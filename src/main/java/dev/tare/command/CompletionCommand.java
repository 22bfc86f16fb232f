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
     * it replaces only the part after the last one.
     */
    private static final String IMAGES = """

            # Completes the images of local engines after docker: and podman:, and everything else as above.
            function _tare_with_images() {
              local line word
              line=${COMP_LINE:0:COMP_POINT}
              word=${line##*[[:space:]]}
              case $word in
                docker:*|podman:*)
                  local IFS=$'\\n'
                  COMPREPLY=($(compgen -W "$("$1" images --engine "${word%%:*}" --format names 2>/dev/null)" -- "$word"))
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
