#compdef tiers
# Completion of tiers for zsh; `tiers completions zsh` writes it.
_tiers() {
    local line
    local -a found
    while IFS= read -r line; do
        found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done < <(tiers completions zsh -- "${(@)words[2,CURRENT]}" 2>/dev/null)
    if (( $#found )); then
        _describe tiers found -U
    else
        _files
    fi
}
if [ "$funcstack[1]" = "_tiers" ]; then
    _tiers "$@"
else
    compdef _tiers tiers
fi
