import { QueryFailedError } from 'typeorm';
import { isDatabaseAway } from './database-away.js';

const failed = (message: string, code?: string): QueryFailedError =>
  new QueryFailedError('SELECT 1', [], Object.assign(new Error(message), code === undefined ? {} : { code }));

describe('isDatabaseAway', () => {
  it.each([
    failed('terminating connection due to administrator command', '57P01'),
    failed('the database system is starting up', '57P03'),
    failed('sorry, too many clients already', '53300'),
    failed('Connection terminated unexpectedly'),
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
    new Error('timeout exceeded when trying to connect'),
  ])('is true for %p', (error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    failed('duplicate key', '23505'),
    failed('syntax error', '42601'),
    new Error('anything'),
    null,
    'text',
  ])('is false for %p', (error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});
