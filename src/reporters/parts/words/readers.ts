import type { Messages } from './index.ts';

/** What readers say: problems (a file cannot be read) and notices (something in it was noticed). */
export const readers: Messages = {
  'reader.empty': { zh: '文件是空的，没有任何内容。请确认保存成功后再试。', en: 'The file is empty. Check that it was saved, then try again.' },
  'reader.unknown-format': {
    zh: '认不出这个文件的格式。可以读的有：docx、doc、xlsx、xls、pdf、html、csv、纯文本和 YAML 数据集。',
    en: 'The format of this file is not recognised. Readable are docx, doc, xlsx, xls, pdf, html, csv, plain text and YAML datasets.',
  },
};
