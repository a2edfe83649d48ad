import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, from, mergeMap, type Observable, of } from 'rxjs';
import { InvalidInputError } from '../problem/http.errors.js';
import { IdempotencyStore } from './idempotency.store.js';

/** Answers of these are secrets, and are made anew each time. */
const NEVER_STORED = /^\/v1\/auth\//;

type SignedInRequest = Request & { user?: { accountId?: string } };

/** A POST with `Idempotency-Key` by somebody signed in runs once; its repetition gets the first answer again. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly store: IdempotencyStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<SignedInRequest>();
    const key = request.header('Idempotency-Key');
    const owner = request.user?.accountId;
    if (
      request.method !== 'POST' ||
      key === undefined ||
      owner === undefined ||
      NEVER_STORED.test(request.path)
    )
      return next.handle();
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new InvalidInputError([
        { path: 'Idempotency-Key', message: 'Use 1 to 200 visible ASCII characters.' },
      ]);
    }
    return from(this.store.begin(owner, key, fingerprintOf(request))).pipe(
      mergeMap((begun) =>
        'answer' in begun
          ? of(replay(http.getResponse<Response>(), begun.answer))
          : this.run(begun.requestId, http.getResponse<Response>(), next),
      ),
    );
  }

  private run(requestId: string, response: Response, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        const location = response.getHeader('Location');
        const headers = typeof location === 'string' ? { Location: location } : {};
        await this.store.finish(requestId, { status: response.statusCode, body, headers });
        return body;
      }),
      catchError(async (error: unknown) => {
        await this.store.forget(requestId);
        throw error;
      }),
    );
  }
}

function replay(
  response: Response,
  answer: { status: number; body: unknown; headers: Readonly<Record<string, string>> },
): unknown {
  response.status(answer.status);
  response.setHeader('Idempotency-Replayed', 'true');
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  return answer.body;
}

function fingerprintOf(request: Request): string {
  const body = JSON.stringify(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${request.originalUrl}\n${body}`).digest('base64url');
}
