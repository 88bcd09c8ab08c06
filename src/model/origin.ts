/** Stands in the first cell of every sheet this tool puts into a copy, so that what it wrote is never read as the report. */
export const OWN_TITLE = '数字核对 改正清单';
