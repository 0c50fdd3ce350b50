import { openMailbox } from '@mycelium/mailbox/mailbox';
import { displayScopes, scopesOf } from '@mycelium/schema/permissions';
import { type Role, roles } from '@mycelium/schema/role';
import { isForPeopleOnly } from '@mycelium/schema/scope';
import { logIn, TestClient } from '../test/client.ts';
import { type House, openHouse } from './house.ts';
import { pairScreen } from './pair-screen.ts';

/** Somebody of El Farolito, and what they send to be known. */
export interface Stranger {
  name: string;
  headers: Record<string, string>;
  /** A key runs registered operations only: what it wants to ask is registered before. */
  clientId?: string;
}

/** The demo house, and of its other tenant somebody in every role, a key that may do all that keys may, and a screen. */
export async function openHouseWithStrangers(): Promise<{ house: House; strangers: Stranger[]; owner: TestClient }> {
  const mailbox = await openMailbox();
  const house = await openHouse({}, { url: mailbox.smtpUrl, from: 'no-reply@mycelium.test' });
  const { url } = house.network;
  const owner = await logIn(url, 'owner@el-farolito.test');
  const strangers: Stranger[] = [{ name: 'OWNER', headers: bearer(owner.token) }];
  const members = roles.filter((each) => !['OWNER', 'ADMIN'].includes(each));
  const joining = members.map(async (role) => ({ name: role, headers: bearer(await join(url, owner, role)) }));
  strangers.push(...(await Promise.all(joining)));
  const { clientId, key } = await makeKey(owner);
  strangers.push({ name: 'KEY', headers: { 'x-api-key': key }, clientId });
  strangers.push({ name: 'SCREEN', headers: bearer(await pairScreen(url, owner)) });
  strangers.push({ name: 'nobody', headers: {} });

  async function join(at: string, by: TestClient, role: Role): Promise<string> {
    const email = `${role.toLowerCase()}@el-farolito.test`;
    await by.run(
      'mutation ($email: String!, $role: Role!) { inviteMember(input: { email: $email, role: $role }) { id } }',
      {
        email,
        role,
      },
    );
    const token = /#(\S+)/.exec((await mailbox.next(email)).text)?.[1];
    const { acceptInvitation } = await new TestClient(at).run<{ acceptInvitation: { accessToken: string } }>(
      'mutation ($token: String!) { acceptInvitation(token: $token, name: "New", password: "gently down the stream") { accessToken } }',
      { token },
    );
    return acceptInvitation.accessToken;
  }

  const close = house.close;
  return {
    house: { ...house, close: () => close().finally(() => mailbox.close()) },
    strangers,
    owner,
  };
}

const bearer = (token: string | undefined): Record<string, string> => ({ authorization: `Bearer ${token}` });

async function makeKey(owner: TestClient): Promise<{ clientId: string; key: string }> {
  const scopes = scopesOf('OWNER').filter((scope) => !isForPeopleOnly(scope) && scope !== displayScopes[0]);
  const { createApiClient } = await owner.run<{ createApiClient: { id: string } }>(
    'mutation ($scopes: [String!]!) { createApiClient(input: { name: "All", scopes: $scopes }) { id } }',
    { scopes },
  );
  const { createApiKey } = await owner.run<{ createApiKey: { key: string } }>(
    'mutation ($id: ID!) { createApiKey(clientId: $id) { key } }',
    { id: createApiClient.id },
  );
  return { clientId: createApiClient.id, key: createApiKey.key };
}
