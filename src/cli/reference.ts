import type { Argument, Command, Option } from 'commander'
import type { z } from 'zod'
import { Config, describeAllowed } from '../model/config.ts'
import { program } from './program.ts'

const toCell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** docs/commands.md: every command with its options, and every setting, as the program itself describes them. */
export const commandPages =
  (): string => `<!-- Written by \`npm run openapi\` from src/cli and src/model/config.ts; edit those. -->

# Commands and settings

Run commands as \`npx article-facts COMMAND\` in a clone, or where the package is installed. \`--help\` shows the same as this page.

${leaves(program)
  .map(([name, command]) => describeCommand(name, command))
  .join('\n')}
## Settings

Environment variables of \`npm start\` and \`article-facts serve\`. An empty variable counts as unset.

| variable | default | allowed | meaning |
| --- | --- | --- | --- |
${Object.entries(Config.shape)
  .map(
    ([name, schema]) =>
      `| ${[`\`${name}\``, defaultOf(schema), describeAllowed(schema).replace('must be ', ''), schema.description!].map(toCell).join(' | ')} |`,
  )
  .join('\n')}
`

/** Commands without commands of their own, each with its full name. */
const leaves = (command: Command, above = ''): [string, Command][] => {
  const name = `${above}${command.name()}`
  return command.commands.length ? command.commands.flatMap((each) => leaves(each, `${name} `)) : [[name, command]]
}

function describeCommand(name: string, command: Command): string {
  const rows = [...command.registeredArguments.map(argumentRow), ...command.options.map(optionRow)]
  const table = rows.length ? `\n| argument or option | meaning |\n| --- | --- |\n${rows.join('\n')}\n` : ''
  return `## ${name}\n\n\`${name} ${command.usage()}\`\n\n${command.description() || `${sentence(command.summary())}.`}\n${table}`
}
const argumentRow = (argument: Argument) => `| \`${argument.name()}\` | ${toCell(sentence(argument.description))} |`

function optionRow({ flags, description, envVar, defaultValue, argChoices }: Option): string {
  const notes = [
    argChoices && `One of ${argChoices.map((choice) => `\`${choice}\``).join(', ')}.`,
    envVar && `Setting \`${envVar}\`.`,
    typeof defaultValue === 'string' && `Default \`${defaultValue}\`.`,
  ].filter(Boolean)
  return `| \`${toCell(flags)}\` | ${toCell([`${sentence(description).replace(/\.$/, '')}.`, ...notes].join(' '))} |`
}
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const defaultOf = (schema: z.ZodType) => {
  const value = schema.parse(undefined)
  return value === undefined ? 'none' : `\`${value}\``
}
