import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { FramedReader, framedWriter } from '../../server/src/framing';
import { frame } from './lspProcess';

/** What a reader makes of bytes that come in these pieces: the messages, and the errors that it answered. */
async function read(chunks: Iterable<Buffer>): Promise<{ messages: unknown[]; errors: string }> {
  const input = new PassThrough();
  const output = new PassThrough();
  const messages: unknown[] = [];
  new FramedReader(framedWriter(output)).listen(input, (together) => void messages.push(...together));
  for (const chunk of chunks) input.write(chunk);
  input.end();
  await new Promise((resolve) => input.once('close', resolve));
  await new Promise(setImmediate);
  return { messages, errors: output.read()?.toString() ?? '' };
}

const whole = (text: string): Buffer[] => [Buffer.from(text)];

describe('framing', () => {
  it('gives the messages in order, wherever the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue(), { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        async (values, cuts) => {
          const bytes = Buffer.from(values.map((value) => frame(JSON.stringify(value))).join(''));
          const chunks: Buffer[] = [];
          for (let at = 0, i = 0; at < bytes.length; i++) {
            const length = cuts[i % cuts.length] as number;
            chunks.push(bytes.subarray(at, at + length));
            at += length;
          }
          const { messages, errors } = await read(chunks);
          assert.deepEqual(messages, JSON.parse(JSON.stringify(values)));
          assert.equal(errors, '');
        },
      ),
    );
  });

  it('takes further headers, in any case', async () => {
    const { messages } = await read(
      whole(
        'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: 2\r\n\r\n{}content-LENGTH:3\r\n\r\n"表"'.replace(
          '3',
          '5',
        ),
      ),
    );
    assert.deepEqual(messages, [{}, '表']);
  });

  const faults: Record<string, string> = {
    'content that is no JSON': frame('{"jsonrpc": oops'),
    'empty content': frame(''),
    'a header without a length': 'Content-Type: x\r\n\r\n',
    'a length that is no number': 'Content-Length: many\r\n\r\n',
    'a negative length': 'Content-Length: -5\r\n\r\n',
    'a length beyond all drafts': 'Content-Length: 99999999999\r\n\r\n',
    'a body longer than its header says': `Content-Length: 1\r\n\r\n{"a":1}`,
    noise: 'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
  };
  for (const [fault, bytes] of Object.entries(faults)) {
    it(`answers ${fault} with a parse error and reads on`, async () => {
      const { messages, errors } = await read(whole(bytes + frame('{"next":true}')));
      assert.deepEqual(messages.at(-1), { next: true });
      assert.match(errors, /"id":null,"error":\{"code":-32700/);
    });
  }

  it('does not keep what can be no header', async () => {
    const noise = Buffer.alloc(1024 * 1024, 0x61);
    const { messages } = await read([noise, noise, Buffer.from(frame('{"next":true}'))]);
    assert.deepEqual(messages, [{ next: true }]);
  });

  it('puts a long message together from its pieces in time that grows with its length', async () => {
    const bytes = Buffer.from(frame(JSON.stringify('表'.repeat(2_000_000))));
    const chunks = Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => bytes.subarray(i * 16, (i + 1) * 16));
    const { messages } = await read(chunks);
    assert.equal((messages[0] as string).length, 2_000_000);
  });
});
