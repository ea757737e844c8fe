import { Argument } from 'commander';
import type { Command, Option } from 'commander';
import { acting } from '../command.ts';
import { readProfiles } from '../profiles.ts';

/** What a shell runs to ask for completions: the words of the line behind `udm`, the last of which is not finished. */
const ASK = '__complete';

const SCRIPTS = {
  bash: `_udm() {
  local IFS=$'\\n'
  COMPREPLY=($(udm ${ASK} -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _udm udm`,
  // A .zshrc of somebody who never completed anything has no `compdef` yet.
  zsh: `#compdef udm
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_udm() {
  local -a found
  found=("\${(@f)$(udm ${ASK} -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then compadd -a found; else _files; fi
}
compdef _udm udm`,
  fish: `function __udm_complete
  set -l words (commandline -opc) (commandline -ct)
  udm ${ASK} -- $words[2..-1] 2>/dev/null
end
complete -c udm -a '(__udm_complete)'`,
} as const;
type Shell = keyof typeof SCRIPTS;

/** `udm completion`: a shell's script, and what that asks. */
export function completionCommand(program: Command): void {
  program
    .command('completion')
    .description('print the script that completes commands in a shell')
    .addArgument(new Argument('<shell>').choices(Object.keys(SCRIPTS)))
    .addHelpText(
      'after',
      `
  bash  udm completion bash >> ~/.bashrc
  zsh   udm completion zsh >> ~/.zshrc
  fish  udm completion fish > ~/.config/fish/completions/udm.fish`,
    )
    .action(
      // The argument is one of the shells: commander has refused all others.
      acting(async (udm, [shell]) => udm.result(null, SCRIPTS[shell as Shell], SCRIPTS[shell as Shell])),
    );
  program
    .command(`${ASK} [word...]`, { hidden: true })
    .allowUnknownOption()
    .action((words: readonly string[]) => {
      for (const candidate of candidates(program, words)) console.log(candidate);
    });
}

/** What the last word could be: commands, options, or values of the option before it. Nothing where a file is meant. */
export function candidates(program: Command, words: readonly string[]): readonly string[] {
  const begun = words.at(-1) ?? '';
  let command = program;
  let before: Option | undefined;
  for (const word of words.slice(0, -1)) {
    const next = command.commands.find((item) => item.name() === word || item.aliases().includes(word));
    before = optionsOf(command).find(({ short, long }) => word === short || word === long);
    command = next ?? command;
  }
  return possible(command, begun, before).filter((item) => item.startsWith(begun));
}

function possible(command: Command, begun: string, before: Option | undefined): readonly string[] {
  if (before?.required) {
    if (before.long === '--profile') return Object.keys(readProfiles().profiles);
    return before.argChoices ?? [];
  }
  if (begun.startsWith('-'))
    return [...optionsOf(command).map(({ long, short }) => long ?? short ?? ''), '--help'];
  const names = command.commands.map((item) => item.name()).filter((name) => name !== ASK);
  return [...names, ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? [])];
}

/** A command's own options and those of the commands above it. */
const optionsOf = (command: Command): readonly Option[] => [
  ...command.options,
  ...(command.parent ? optionsOf(command.parent) : []),
];
