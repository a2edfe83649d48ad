// A person at the API, as any client would be.

/** An answer that was not expected; its message has the problem document. */
export class ApiError extends Error {}

/** Calls of one person; `token` is their access token. */
export class Client {
  constructor(api, token) {
    this.api = api;
    this.token = token;
  }

  get(path) {
    return this.call('GET', path);
  }

  post(path, body, headers = {}) {
    return this.call('POST', path, body, headers);
  }

  /** Reads it, and changes it under the version that was read. */
  async patch(path, body) {
    const { version } = await this.get(path);
    return this.call('PATCH', path, body, { 'If-Match': `"${version}"` });
  }

  /** Every item of a list, page by page. */
  async all(path) {
    const items = [];
    let cursor = null;
    do {
      const query = new URLSearchParams({ limit: '100', ...(cursor === null ? {} : { cursor }) });
      const page = await this.get(`${path}${path.includes('?') ? '&' : '?'}${query}`);
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return items;
  }

  /** Asks again until the answer is as wished. */
  async until(path, wished, timeoutMs) {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const body = await this.get(path);
      if (wished(body)) return body;
      if (Date.now() > end) throw new ApiError(`${path} did not come that far: ${JSON.stringify(body)}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async call(method, path, body, headers = {}) {
    const form = body instanceof FormData;
    const response = await fetch(new URL(path, this.api), {
      method,
      headers: {
        Accept: 'application/json',
        ...(this.token === undefined ? {} : { Authorization: `Bearer ${this.token}` }),
        ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new ApiError(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}

/** Signs in with a password. */
export async function signIn(api, email, password) {
  const { accessToken } = await new Client(api).post('/v1/auth/sign-in', { email, password });
  return new Client(api, accessToken);
}

/** Signs in by the link that is mailed. */
export async function signInByMail(api, email, mailbox) {
  const before = (await mailbox.to(email)).length;
  await new Client(api).post('/v1/auth/sign-in-links', { email });
  const mail = await mailbox.waitFor(email, (mails) =>
    mails.slice(before).find((one) => linkIn(one) !== null),
  );
  const { accessToken } = await new Client(api).post(linkIn(mail));
  return new Client(api, accessToken);
}

function linkIn(mail) {
  return /\/l\/[\w.-]+/.exec(mail.text ?? '')?.[0] ?? null;
}
