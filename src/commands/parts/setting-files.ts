import { lstat, stat } from 'node:fs/promises';
import { Problem } from '../../model/index.ts';
import { load } from './files.ts';
import { decodeList } from './listing.ts';

/** A link whose file is gone is there: it says that there ought to be a configuration. */
export async function present(file: string): Promise<string | undefined> {
  return lstat(file).then(
    () => file,
    error => ((error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : file),
  );
}

/** What a file of settings says. `missing`: the message code where there is no such file. */
export async function text(file: string, missing: string, of?: 'rules' | 'forms'): Promise<string> {
  const whose = of ? { of } : {};
  if (await isNoFile(file)) throw new Problem('config.no-file', whose, { file });
  try {
    // An editor of Windows may have saved it in UTF-16 or in its Chinese code page.
    return decodeList((await load(file)).bytes).replace(/^\ufeff/, '');
  } catch (error) {
    const codes: Readonly<Record<string, string>> = { 'files.missing': missing, 'files.broken-link': 'config.dangling' };
    const code = error instanceof Problem ? codes[error.code] : undefined;
    throw code === undefined ? error : new Problem(code, whose, { file });
  }
}

/** A folder, or a device that would never end. A pipe is as good as a file. */
async function isNoFile(file: string): Promise<boolean> {
  return stat(file).then(
    one => !one.isFile() && !one.isFIFO(),
    () => false,
  );
}

/** The configuration that is read when none is named: audit.yaml in the folder the tool is started in. */
const CONFIG = 'audit';

/** The configuration of a run: the one that is named, else the one that lies in this folder. */
export async function configFile(given: string | undefined): Promise<string | undefined> {
  return given ?? (await present(`${CONFIG}.yaml`)) ?? (await present(`${CONFIG}.yml`));
}
