import { loggedPath } from './logged-path.js';

const TOKEN = 'AZqhYQfdd4iF8P1n0S1QbA.e8cQ0mXWb0m3F0R1f3o9Y6gk2vUqL5dJt7sHn4xPzKc';

it.each([
  ['/v1/programs/1/mentors?q=Ada', '/v1/programs/1/mentors'],
  ['/health/live', '/health/live'],
  ['/openapi.json', '/openapi.json'],
  ['/', '/'],
  ['/l', '/l'],
  [`/l/${TOKEN}`, '/l/…'],
  [`/I/${TOKEN}/`, '/I/…'],
  [`//l//${TOKEN}?x=1`, '/l/…'],
  [`/l/x/${TOKEN}`, '/l/…'],
  [`/${TOKEN}`, '/…'],
  [`/%6c/${TOKEN}`, '/%6c/…'],
])('of %s the log shows %s', (url, shown) => {
  expect(loggedPath(url)).toBe(shown);
});
