interface Section {
  id: string;
  items: { id: string }[];
}

/** The owner of the demo's largest house, at the API. */
export class Owner {
  private constructor(
    private readonly url: string,
    /** As the console keeps it. */
    readonly session: { accessToken: string },
  ) {}

  static async logIn(url: string): Promise<Owner> {
    const login =
      'mutation { login(email: "owner@las-reinas.test", password: "mycelium-demo") { accessToken refreshToken expiresAt } }';
    const answer = await ask<{ login: { accessToken: string } }>(url, login, {});
    return new Owner(url, answer.login);
  }

  /** Adds items to the menu, until it has so many. */
  async fillMenu(count: number): Promise<void> {
    const MENU = '{ viewer { tenant { currency menus { sections { id items { id } } } } } }';
    const ITEM = 'mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id } }';
    const { viewer } = await this.ask<{ viewer: { tenant: { currency: string; menus: { sections: Section[] }[] } } }>(
      MENU,
      {},
    );
    const { currency, menus } = viewer.tenant;
    const sections = menus.flatMap((menu) => menu.sections);
    for (let at = sections.flatMap(({ items }) => items).length; at < count; at += 1) {
      const name = [{ locale: 'en', text: `Dish ${at}` }];
      const input = { sectionId: sections[at % sections.length]?.id, name, price: { amount: 1_000 + at, currency } };
      await this.ask(ITEM, { input });
    }
  }

  private ask<Data>(query: string, variables: object): Promise<Data> {
    return ask(this.url, query, variables, this.session.accessToken);
  }
}

async function ask<Data>(url: string, query: string, variables: object, token?: string): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}
