import { type IncomingMessage, ServerResponse, validateHeaderName, validateHeaderValue } from "node:http";

/** For how long a connection waits for its next request. */
export const KEEP_ALIVE_SECONDS = 65;

const START = "HTTP/1.1 200 OK\r\nDate: ";
const DATE_LENGTH = "Sun, 06 Nov 1994 08:49:37 GMT".length;
const END = `Connection: keep-alive\r\nKeep-Alive: timeout=${KEEP_ALIVE_SECONDS}\r\n\r\n`;

const secondOf = (milliseconds: number): number => Math.floor(milliseconds / 1_000);

function inOneLine(name: string, value: string): string {
  validateHeaderName(name);
  validateHeaderValue(name, value);
  return `${name}: ${value}\r\n`;
}

/** A 200 answer on a connection that stays open, head and body in one piece of memory: nothing is left but to send it. */
export class WholeAnswer {
  /** The body, which lies in the answer. */
  readonly body: Buffer;
  readonly #bytes: Buffer;
  /** The second that its date names. */
  #second = -1;

  /** `headers` are all but Date and those of the connection, each name before its value. Throws where HTTP refuses one. */
  constructor(headers: readonly string[], body: Buffer) {
    let head = `${START}${" ".repeat(DATE_LENGTH)}\r\n`;
    for (let at = 0; at + 1 < headers.length; at += 2)
      head += inOneLine(headers[at] as string, headers[at + 1] as string);
    head += END;
    this.#bytes = Buffer.allocUnsafeSlow(head.length + body.length);
    this.#bytes.write(head, "latin1");
    this.body = this.#bytes.subarray(head.length);
    body.copy(this.body);
  }

  /** What is sent at that moment, in milliseconds. Whoever is still being sent it from a second before may see either date. */
  bytes(now: number): Buffer {
    const second = secondOf(now);
    if (second !== this.#second) {
      this.#second = second;
      this.#bytes.write(new Date(now).toUTCString(), START.length, "latin1");
    }
    return this.#bytes;
  }
}

/**
 * Node's answer to a request, which can also be given as a whole. Node puts a head together for every answer anew, a third
 * of what it does for one from memory; told that the head is there and sent, it sends what it is given as it stands, in its
 * turn, and sees to the connection as ever (docs/decisions/0039).
 */
export class DeliveryResponse<Asked extends IncomingMessage = IncomingMessage> extends ServerResponse<Asked> {
  declare _header: string | null;
  declare _headerSent: boolean;

  /** Whether a whole answer says of the connection what is so. */
  get takesWhole(): boolean {
    return this.shouldKeepAlive && !this.headersSent;
  }

  endWith(answer: WholeAnswer): void {
    this._header = START;
    this._headerSent = true;
    this.end(answer.bytes(Date.now()));
  }
}
