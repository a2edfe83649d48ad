import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

const HEADER_BYTES = 12;
const TXT = 16;
const NO_SUCH_NAME = 3;

/** A name server of one suite on 127.0.0.1 that knows texts alone. */
export class TestDns {
  /** Texts by name; each text is sent in pieces of at most 255 bytes. */
  readonly texts = new Map<string, readonly string[]>();
  /** Lets questions lie, as a server that is away does. */
  silent = false;

  private constructor(
    private readonly socket: Socket,
    readonly address: string,
  ) {}

  static async start(): Promise<TestDns> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const dns = new TestDns(socket, `127.0.0.1:${socket.address().port}`);
    socket.on('message', (question, { port, address }) => {
      if (!dns.silent) socket.send(dns.answer(question), port, address);
    });
    return dns;
  }

  async stop(): Promise<void> {
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }

  private answer(question: Buffer): Buffer {
    const labels: string[] = [];
    let at = HEADER_BYTES;
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const asked = question.subarray(HEADER_BYTES, at + 5);
    const texts = this.texts.get(labels.join('.').toLowerCase());
    const header = Buffer.alloc(HEADER_BYTES);
    question.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180 | (texts === undefined ? NO_SUCH_NAME : 0), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(texts?.length ?? 0, 6);
    return Buffer.concat([header, asked, ...(texts ?? []).map(textRecord)]);
  }
}

function textRecord(text: string): Buffer {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += 255) {
    const piece = bytes.subarray(at, at + 255);
    pieces.push(Buffer.of(piece.length), piece);
  }
  const data = Buffer.concat(pieces);
  // The name is that of the question, at byte 12; class IN, not to be kept.
  const head = Buffer.from([0xc0, HEADER_BYTES, 0, TXT, 0, 1, 0, 0, 0, 0, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
