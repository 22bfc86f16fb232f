package dev.tare.command;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare completion}. */
@Command(name = "completion",
        description = "Print a script that completes commands, options, files and the images of local engines in bash, "
                + "zsh or fish.",
        footer = { "  tare completion > ~/.local/share/bash-completion/completions/tare",
                "  tare completion zsh > ~/.tare-completion   # and in ~/.zshrc: source ~/.tare-completion",
                "  tare completion fish > ~/.config/fish/completions/tare.fish" })
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

    @Parameters(arity = "0..1", paramLabel = "SHELL", defaultValue = "bash",
            description = "Shell: bash, zsh or fish (default: ${DEFAULT-VALUE}).")
    private String shell = "bash";

    @Override
    public Integer call() {
        CommandLine command = TareCommand.commandLine(this.spec);
        CommandLine tare = command.getParent();
        TareCommand.terminal(this.spec).print(switch (this.shell) {
            case "bash", "zsh" -> AutoComplete.bash("tare", tare) + IMAGES;
            case "fish" -> FishCompletion.of(tare);
            default -> throw new ParameterException(command,
                    "Not a shell with a completion: \"" + this.shell + "\". Expected bash, zsh or fish");
        });
        return 0;
    }
}
