import { DomainError } from '#kernel';
import { statusOfKind } from '#http';
import type { Request, Response } from 'express';
import { type Page, PAGE_POLICY, renderPage } from './page.js';

/** Whether the caller is a program that asks for JSON; a browser, or anything undecided, gets a page. */
export function wantsJson(request: Request): boolean {
  return request.accepts(['html', 'json']) === 'json';
}

/** Sends a page that can't be framed. */
export function sendPage(response: Response, page: Page, status = 200): void {
  response
    .status(status)
    .set({ 'Content-Security-Policy': PAGE_POLICY, Vary: 'Accept' })
    .type('html')
    .send(renderPage(page));
}

/** What a person reads of a refusal; the sentences of its fields where it has some. */
export function complaintOf(error: DomainError): string {
  return error.fields.length === 0 ? error.message : error.fields.map((field) => field.message).join(' ');
}

/** The page of a refusal after which there is nothing to fill in. */
export function refusalPage(error: DomainError): Page {
  const title =
    error.kind === 'gone' || error.kind === 'not-found' ? 'This link does not work' : 'That did not work';
  return { title, sentences: [complaintOf(error)] };
}

/** Whether the person can do something about it in the form. */
export function canCorrect(error: unknown): error is DomainError {
  return error instanceof DomainError && error.kind === 'invalid';
}

/** Shows the form again for input that can be corrected; everything else is thrown on. */
export function sendFormAgain(response: Response, page: Page, error: unknown): void {
  if (!canCorrect(error)) throw error;
  sendPage(response, { ...page, complaint: complaintOf(error) }, statusOfKind[error.kind]);
}
