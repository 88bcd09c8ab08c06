/** Stands in the first cell of every sheet this tool puts into a copy, so that what it wrote is never read as the report. */
export const OWN_TITLE = '数字核对 改正清单';

/** The same of every sheet of a working paper. */
export const OWN_PAPER = '数字核对 勾稽关系核对表';
