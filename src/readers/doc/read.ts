import type { Document, Input } from '../../model/index.ts';
import { assemble } from '../parts/assemble.ts';
import { openCompound } from '../parts/cfb.ts';
import { DocReader } from './body.ts';
import { openDoc } from './fib.ts';

export function readDoc(input: Input): Document {
  const { file } = input;
  const reader = new DocReader(file, openDoc(input));
  const blocks = assemble(reader.read());
  const macros = openCompound(input)?.names.some(name => /^Macros\/VBA\//i.test(name))
    ? [{ code: 'reader.macros', params: {} }]
    : [];
  return { file, format: 'doc', blocks, notices: [...reader.notices, ...macros] };
}
