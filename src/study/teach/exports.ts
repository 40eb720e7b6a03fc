/** What questions can be taken out as: files of other programs, our own, and what is printed. */
export const EXPORTS = ['gift', 'moodle', 'anki', 'file', 'sheet', 'sheet-with-answers'] as const;
export type ExportId = (typeof EXPORTS)[number];

/** Those that are files. */
export type FileId = Exclude<ExportId, 'sheet' | 'sheet-with-answers'>;

/** Whether it is a file, and not a sheet. */
export const isFile = (id: ExportId): id is FileId => id !== 'sheet' && id !== 'sheet-with-answers';
