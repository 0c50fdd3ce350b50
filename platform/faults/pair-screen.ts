import { TestClient } from '../test/client.ts';

/** The token of a screen that was just paired. */
export async function pairScreen(url: string, owner: TestClient): Promise<string> {
  const screen = new TestClient(url);
  const { requestPairing } = await screen.run<{ requestPairing: { id: string; code: string; secret: string } }>(
    'mutation { requestPairing { id code secret } }',
  );
  await owner.run('mutation ($code: String!) { pairDisplay(code: $code, input: { name: "Window" }) { id } }', {
    code: requestPairing.code,
  });
  const { claimPairing } = await screen.run<{ claimPairing: { token: string } }>(
    'mutation ($id: ID!, $secret: String!) { claimPairing(id: $id, secret: $secret) { token } }',
    { id: requestPairing.id, secret: requestPairing.secret },
  );
  return claimPairing.token;
}
