"""`partnerskab completion`: a script that lets a shell complete commands, options and ids."""

from typing import Annotated

from ...errors import Exit
from ..options import argument
from ..registry import ASK
from ..terminal import print_text

BASH = """# partnerskab: put `eval "$(partnerskab completion bash)"` into ~/.bashrc
_partnerskab() {
    local word _
    COMPREPLY=()
    while IFS=$'\\t' read -r word _; do
        case "$word" in *=*) word="${word#*=}" ;; esac
        COMPREPLY+=("$word")
    done < <(partnerskab ASK "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _partnerskab partnerskab
"""
ZSH = """#compdef partnerskab
# partnerskab: put `eval "$(partnerskab completion zsh)"` into ~/.zshrc, after compinit
_partnerskab() {
    local -a found
    local line
    while IFS= read -r line; do
        found+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
    done < <(partnerskab ASK "${(@)words[2,CURRENT]}" 2>/dev/null)
    if (( ${#found} )); then
        _describe partnerskab found
    else
        _files
    fi
}
compdef _partnerskab partnerskab
"""
FISH = """# partnerskab: put `partnerskab completion fish | source` into ~/.config/fish/config.fish
function __partnerskab_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found (partnerskab ASK $words[2..-1] 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c partnerskab -f -a '(__partnerskab_complete)'
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}
SHELL = argument(metavar="SHELL", choices=tuple(SCRIPTS))


def completion(
    shell: Annotated[str, SHELL],
) -> int:
    """Print the script for a shell."""
    print_text(SCRIPTS[SHELL.parse(shell)].replace("ASK", ASK))
    return Exit.DONE
