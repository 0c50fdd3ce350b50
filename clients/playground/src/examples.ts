/** The tabs of a first visit, in the order in which a newcomer understands them. */
export const examples: { query: string; variables?: string }[] = [
  {
    query: `# Who is asking? Run it, log in above, run it again.
# The demo logins are printed by npm start.
query WhoAmI {
  viewer {
    kind
    role
    scopes
    user { email name }
    tenant { id slug name }
  }
}
`,
  },
  {
    query: `# One question, two subgraphs:
# tenants knows the name, restaurant the menus.
query Menus($slug: String!) {
  tenantBySlug(slug: $slug) {
    name
    currency
    restaurants { name locations { name city timeZone } }
    menus {
      name
      sections {
        name
        items { id version name(locale: "en") price { amount currency } available allergens }
      }
    }
    menuBoards { edges { node { name sections { name } displays { name status } } } }
  }
}
`,
    variables: '{ "slug": "las-reinas" }',
  },
  {
    query: `# Live: run this, then change a price in the console.
# tenantId stands at the top once you are logged in.
# With a cursor in $after it catches up from there.
subscription MenuChanges($tenantId: ID!, $after: Cursor) {
  menuChanged(tenantId: $tenantId, after: $after) {
    cursor
    at
    kind
    item { id name price { amount currency } available tenant { name } }
  }
}
`,
    variables: '{ "tenantId": "" }',
  },
  {
    query: `# An item is changed at the version that you have read:
# a stale one answers CONFLICT.
mutation ChangePrice($id: ID!, $input: UpdateMenuItemInput!) {
  updateMenuItem(id: $id, input: $input) {
    id
    name
    version
    price { amount currency }
  }
}
`,
    variables: '{ "id": "", "input": { "version": 1, "price": { "amount": 450, "currency": "USD" } } }',
  },
];
