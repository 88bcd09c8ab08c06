import { Argument, Command, Help, Option } from 'commander';
import { isDay } from '../../config/day.ts';
import { nearest } from '../../config/near.ts';
import { LIMITS, type Limit, Problem } from '../../model/index.ts';
import { displayWidth, pad, wrap } from '../../reporters/parts/width.ts';
import { type Lang, say } from '../../reporters/parts/words/index.ts';
import { oneOf, withGuess } from './guess.ts';
import { KINDS } from './kind.ts';
import type { Targets } from './targets.ts';

/** Help in the user's language, laid out by display width. */
class WordedHelp extends Help {
  readonly #lang: Lang;
  constructor(lang: Lang) {
    super();
    this.#lang = lang;
  }
  override displayWidth(text: string): number {
    return displayWidth(text);
  }
  override boxWrap(text: string, width: number): string {
    return wrap(text, Math.max(this.minWidthToWrap, width)).join('\n');
  }
  override styleTitle(title: string): string {
    return say(this.#lang, `cli.title.${title.replace(':', '').toLowerCase()}`);
  }
  override subcommandTerm(command: Command): string {
    return command.name();
  }
  override formatHelp(command: Command, helper: Help): string {
    return super.formatHelp(command, helper).replace('： ', '：');
  }
  override optionDescription(option: Option): string {
    return option.description;
  }
  override argumentDescription(argument: Argument): string {
    return argument.description;
  }
}

/** A command whose mistakes are Problems in our words, never commander's own texts. */
export class Parser extends Command {
  readonly lang: Lang;
  constructor(name: string, lang: Lang) {
    super(name);
    this.lang = lang;
    this.exitOverride();
    this.helpOption('-h, --help', say(lang, 'cli.help'));
    this.helpCommand(false);
    this.usage(say(lang, `cli.${name}.usage`));
    this.description(say(lang, `cli.${name}.description`));
    this.summary(say(lang, `cli.${name}.summary`));
    this.addHelpText('after', `\n${say(lang, 'cli.title.examples')}\n${aligned(say(lang, `cli.${name}.examples`))}`);
  }
  override createHelp(): Help {
    return new WordedHelp(this.lang);
  }
  /** An option that takes one of a closed list of values. */
  choice(flags: string, code: string, values: readonly string[], initial: string): this {
    const option = new Option(flags, say(this.lang, code, { values: values.join(' | '), initial })).default(initial);
    return this.addOption(option.choices(values).argParser(value => oneOf(option.long!, values, value)));
  }
  /** An argument that is one of a closed list of values. */
  oneOf(name: string, code: string, values: readonly string[]): this {
    const argument = new Argument(name, say(this.lang, code, { values: values.join(' | ') }));
    return this.addArgument(argument.choices(values).argParser(value => oneOf(this.path(), values, value)));
  }
  /** The files to work on. */
  paths(): this {
    return this.argument('<path...>', say(this.lang, 'cli.paths'));
  }
  /** An option that may be given several times; each use goes to the targets. */
  repeated(flags: string, code: string, targets: Targets<{ readonly name: string }>): this {
    const values = targets.names.join(' | ');
    const option = new Option(flags, say(this.lang, code, { values, initial: targets.names[0] ?? '' }));
    if (option.long === '--format') option.choices(targets.names);
    return this.addOption(option.argParser(value => targets.take(option.long!, value)));
  }
  /** The language of everything the tool says. Read before the help text is built, so here it is only accepted. */
  language(): this {
    return this.choice('--lang <zh|en>', 'cli.lang', ['zh', 'en'], this.lang);
  }
  /** What bounds the reading of files, and whether to tell where an unexpected error came up. */
  bounds(): this {
    const names = Object.keys(LIMITS) as Limit[];
    const option = new Option('--limit <name=number>', say(this.lang, 'cli.limit', { values: names.join(' | ') }));
    this.addOption(
      option.argParser((given, before: Partial<Record<Limit, number>> = {}) => {
        const [name = '', value = '', ...more] = given.split('=');
        if (more.length > 0 || !/^[1-9]\d{0,11}$/.test(value)) throw new Problem('cli.bad-limit', { given });
        return { ...before, [oneOf('--limit', names, name)]: Number(value) };
      }),
    );
    return this.flag('--debug', 'cli.debug');
  }
  /** Where what is told goes, and in what form. */
  delivers(targets: Targets<{ readonly name: string }>): this {
    return this.repeated('--format <name>', 'cli.format', targets).repeated('--output <file>', 'cli.output', targets);
  }
  /** What lets a run fail. */
  fails(): this {
    const levels = ['error', 'warning', 'note', 'never'];
    return this.choice('--fail-on <level>', 'cli.check.fail-on', levels, 'error').flag('--strict', 'cli.check.strict');
  }
  /** What is checked, and how it counts. */
  judges(ids: readonly string[]): this {
    return this.listOf('--rule <id>', 'cli.check.rule', ids)
      .listOf('--skip <id>', 'cli.check.skip', ids)
      .pairs('--severity <id=level>', 'cli.check.severity', ids, ['error', 'warning', 'note'])
      .text('--config <file>', 'cli.check.config')
      .files('--own-rules <file>', 'cli.check.own-rules')
      .text('--baseline <file>', 'cli.check.baseline')
      .day('--today <date>', 'cli.check.today');
  }
  /** How the files of one report find each other, and what they are read as. */
  groups(): this {
    return this.flag('--together', 'cli.together')
      .flag('--separate', 'cli.separate')
      .choice('--kind <kind>', 'cli.kind', KINDS, 'auto')
      .flag('--ocr', 'cli.ocr');
  }
  /** A switch. */
  flag(flags: string, code: string): this {
    return this.option(flags, say(this.lang, code));
  }
  /** An option with a value of any kind. */
  text(flags: string, code: string): this {
    return this.option(flags, say(this.lang, code));
  }
  /** An option that may be given several times, each time with a file. */
  files(flags: string, code: string): this {
    const option = new Option(flags, say(this.lang, code));
    return this.addOption(option.argParser((value, before: string[] = []) => [...before, value]));
  }
  /** An option whose value is read by a function; it throws a Problem for what it cannot read. */
  read(flags: string, code: string, parse: (value: string) => unknown): this {
    return this.addOption(new Option(flags, say(this.lang, code)).argParser(value => parse(value)));
  }
  /** An option that takes a calendar day, YYYY-MM-DD. */
  day(flags: string, code: string): this {
    const option = new Option(flags, say(this.lang, code));
    return this.addOption(
      option.argParser(value => {
        if (isDay(value)) return value;
        throw new Problem('config.date', { key: option.long!, value });
      }),
    );
  }
  /** An option that may be given several times, each time with one of the rules, or the letters of a group: «CPL». */
  listOf(flags: string, code: string, ids: readonly string[]): this {
    const names = [...new Set(ids.map(id => id.split('-')[0]!)), ...ids];
    const option = new Option(flags, say(this.lang, code)).choices(names);
    return this.addOption(option.argParser((value, before: string[] = []) => [...before, ruleOf(value, names)]));
  }
  /** An option that may be given several times, each time with a rule and a value: FRM-001=note. */
  pairs(flags: string, code: string, ids: readonly string[], values: readonly string[]): this {
    const option = new Option(flags, say(this.lang, code, { values: values.join(' | ') }));
    return this.addOption(
      option.argParser((given, before: [string, string][] = []) => {
        const [id, value, ...more] = given.split('=');
        if (!id || value === undefined || more.length > 0) throw new Problem('config.pair', { given: option.long! });
        return [...before, [ruleOf(id, ids), oneOf(option.long!, values, value)] as [string, string]];
      }),
    );
  }
  // The hooks below are commander's own; it declares no types for them.
  unknownOption(flag: string): void {
    const known = [this, ...ancestors(this)].flatMap(one => one.options.flatMap(option => option.long ?? []));
    throw withGuess('cli.unknown-option', { given: flag, command: this.path() }, nearest(flag, [...known, '--help']));
  }
  unknownCommand(): void {
    throw unknownCommand(this.args[0] ?? '', this);
  }
  missingArgument(): void {
    // What only tells the settings needs no report.
    if (this.getOptionValue('printConfig')) return;
    const example = say(this.lang, `cli.${this.name()}.sample`);
    throw new Problem('cli.missing-argument', { example, command: this.path() });
  }
  optionMissingArgument(option: Option): void {
    throw new Problem('cli.missing-value', { given: option.long ?? option.flags, command: this.path() });
  }
  _excessArguments(given: readonly string[]): void {
    if (this.commands.length > 0) throw unknownCommand(given[0] ?? '', this);
    const extra = given.slice(this.registeredArguments.length);
    throw new Problem('cli.excess-arguments', { given: extra, command: this.path() });
  }
  /** The words a person types to get here: «audit check». */
  path(): string {
    return [...ancestors(this).reverse(), this].map(one => one.name()).join(' ');
  }
}

/** Example lines with what they do set in one column, by display width. */
function aligned(examples: string): string {
  const rows = examples.split('\n').map(line => line.trim().split(/\s{2,}/));
  const width = Math.max(...rows.map(row => (row[1] === undefined ? 0 : displayWidth(row[0]!))));
  return rows.map(([command = '', does = '']) => `  ${pad(command, width)}  ${does}`.trimEnd()).join('\n');
}

const OWN_ID = /^(?!SUM|TIE|TXT|YOY|PCT|PRJ|FRM|CPL)[A-Z]{3}(?:-\d{3})?$/;

/** The rule that is meant; small letters will do. */
function ruleOf(given: string, ids: readonly string[]): string {
  const id = given.trim().toUpperCase();
  // A bureau's rules are known only when its files are read.
  if (ids.includes(id) || OWN_ID.test(id)) return id;
  throw withGuess('cli.unknown-rule', { given }, nearest(given, ids));
}

function ancestors(command: Command): Command[] {
  return command.parent ? [command.parent, ...ancestors(command.parent)] : [];
}

function unknownCommand(given: string, parser: Parser): Problem {
  if (/[./\\*]/.test(given)) return new Problem('cli.forgot-check', { given });
  const names = parser.commands.map(one => one.name());
  return withGuess('cli.unknown-command', { given, names }, nearest(given, names));
}
