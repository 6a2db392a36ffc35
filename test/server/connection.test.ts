import assert from 'node:assert/strict';
import { Connection } from '../../server/src/connection';
import { Lifecycle } from '../../server/src/lifecycle';

describe('a connection', () => {
  it('lets a client initialize again where that has failed, and only there', () => {
    const sent: { readonly error?: { readonly code: number } }[] = [];
    const connection = new Connection((message) => sent.push(message), new Lifecycle());
    let broken = true;
    connection.onRequest('initialize', () => {
      if (broken) throw new TypeError('no such thing');
      return {};
    });
    connection.onRequest('work', () => 1);
    let id = 0;
    const codeOf = (method: string): number | undefined => {
      connection.receive([{ jsonrpc: '2.0', id: ++id, method, params: { capabilities: {} } }]);
      return sent.at(-1)?.error?.code;
    };
    assert.equal(codeOf('initialize'), -32603);
    assert.equal(codeOf('work'), -32002);
    broken = false;
    assert.equal(codeOf('initialize'), undefined);
    assert.equal(codeOf('work'), undefined);
    assert.equal(codeOf('initialize'), -32600);
  });
});
