import type { OpenAPIObject } from '@nestjs/swagger';

const SCHEMA = 'Problem';

/** Notes in the document that every operation may answer with a problem. */
export function describeProblems(document: OpenAPIObject): OpenAPIObject {
  document.components ??= {};
  document.components.schemas = {
    ...document.components.schemas,
    [SCHEMA]: {
      type: 'object',
      description: 'What went wrong (RFC 9457). Match on `code`, never on text.',
      required: ['type', 'title', 'status', 'detail', 'code'],
      properties: {
        type: { type: 'string', example: '/problems/http/not-found' },
        title: { type: 'string', example: 'Not found' },
        status: { type: 'integer', example: 404 },
        detail: {
          type: 'string',
          description: 'What to do',
          example: 'This program does not exist, or you have no access to it.',
        },
        code: { type: 'string', example: 'http.not-found' },
        requestId: { type: 'string', format: 'uuid' },
        fields: {
          type: 'array',
          description: 'Which fields of the input to correct',
          items: {
            type: 'object',
            required: ['path', 'message'],
            properties: {
              path: { type: 'string', example: 'settings.sessionLengthMinutes' },
              message: { type: 'string', example: 'Give a whole number from 5 to 480.' },
            },
          },
        },
        params: { type: 'object', additionalProperties: true },
      },
    },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation === undefined) continue;
      operation.responses['default'] = {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${SCHEMA}` } } },
      };
    }
  }
  return document;
}
