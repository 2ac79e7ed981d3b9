# Completion of tiers for fish; `tiers completions fish` writes it.
function __tiers_complete
    set -l words (commandline -opc)
    set -l found (tiers completions fish -- $words[2..-1] (commandline -ct) 2>/dev/null)
    if test (count $found) -gt 0
        string join \n -- $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c tiers -f -a '(__tiers_complete)'
