import { isPlayed } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { entriesOf } from '#content/questions/entries.ts';

import type { Answer } from './answer.ts';
import type { Exam } from './exam.ts';
import { percentOf } from './examResult.ts';
import type { ExamResult, ExamRow } from './examResult.ts';

/** The result of an exam as a file: for programs, or for a spreadsheet. */

const FORMAT = 'shortlived-exam';
const VERSION = 1;

/** An answer in words: one text for each of its parts. */
export function answerTexts(question: Question, answer: Answer): readonly string[] {
  const entries = isPlayed(question) ? question.options : entriesOf(question);
  const textOf = (id: string): string => entries.find((one) => one.id === id)?.text ?? id;
  if (question.type !== 'matching') return answer.map(textOf);
  return question.prompts.flatMap(({ id, text }) => {
    const pair = answer.find((part) => part.startsWith(`${id}=`));
    return pair === undefined ? [] : [`${text} → ${textOf(pair.slice(id.length + 1))}`];
  });
}

/** What is right for a question. */
type KeyOf = (question: Question) => Answer;

/** A row as both kinds of file have it. */
const lineOf = ({ number, id, question, answer, isFlagged, verdict }: ExamRow, keyOf: KeyOf) => ({
  number,
  id,
  title: question?.title ?? '',
  skill: question?.skill ?? '',
  traps: question?.traps ?? [],
  stem: question?.stem ?? '',
  yourAnswer: question ? answerTexts(question, answer) : answer,
  rightAnswer: question ? answerTexts(question, keyOf(question)) : [],
  result: verdict,
  isFlagged,
});

/** The result as JSON. */
export function reportAsJson(exam: Exam, result: ExamResult, keyOf: KeyOf): string {
  const { id, submittedAt, limit, spent } = exam;
  const { total, right, blank, rows } = result;
  const report = {
    format: FORMAT,
    version: VERSION,
    begunAt: id,
    handedInAt: submittedAt,
    secondsGiven: limit,
    secondsUsed: spent,
    total,
    right,
    blank,
    percent: percentOf(result),
    questions: rows.map((row) => lineOf(row, keyOf)),
  };
  return `${JSON.stringify(report, undefined, 1)}\n`;
}

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const cell = (value: string | number | boolean | readonly string[]): string =>
  quoted(Array.isArray(value) ? value.join('; ') : String(value));

/** The result as CSV (RFC 4180), a line for each question; the mark in front tells spreadsheets that it is UTF-8. */
export function reportAsCsv({ rows }: ExamResult, keyOf: KeyOf): string {
  const lines = rows.map((row) => lineOf(row, keyOf));
  const head = Object.keys(lines[0] ?? {});
  const all = [head, ...lines.map((line) => Object.values(line).map(cell))];
  return `\uFEFF${all.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
