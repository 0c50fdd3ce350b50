/** (a) Four subgraphs, about 90 kB. */
export const heavy = `query Heavy { dishes { id name description price available portions kitchen reviews { id stars text author { id name city } } } }`;

/** (b) One subgraph, one small answer. */
export const small = `query Small { dish(id: "7") { id name price } }`;

/** (c) Four subgraphs, other variables each time. */
export const varied = `query Varied($id: ID!) { dish(id: $id) { id name description price available portions reviews { id stars text author { name city } } } }`;

/** (d) An event with fields of its own subgraph. */
export const flat = `subscription Flat { priceChanged { at dish { id name price } } }`;

/** (d) An event completed by another subgraph. */
export const joined = `subscription Joined { priceChanged { at dish { id name price available portions } } }`;
