import cpl from './cpl.yaml';
import frm from './frm.yaml';
import pct from './pct.yaml';
import prj from './prj.yaml';
import sum from './sum.yaml';
import tables from './tables.yaml';
import tie from './tie.yaml';
import yoy from './yoy.yaml';

/** The catalogue's files. Only a list. */
export const catalogue: Readonly<Record<string, unknown>> = {
  'sum.yaml': sum,
  'tables.yaml': tables,
  'tie.yaml': tie,
  'pct.yaml': pct,
  'yoy.yaml': yoy,
  'prj.yaml': prj,
  'frm.yaml': frm,
  'cpl.yaml': cpl,
};
