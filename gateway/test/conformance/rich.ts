import { federate, type Graph } from './federate.ts';
import { oneOf } from './resolvers.ts';

interface Thing {
  __typename: string;
  id: string;
  [key: string]: unknown;
}

/** A supergraph with everything that federation has: interface objects, unions, requires with arguments, several keys. */
export function richGraph(): Graph {
  const people: Thing[] = ['ana', 'beto', 'caro'].map((id, index) => ({
    __typename: 'Person',
    id,
    email: `${id}@x.mx`,
    age: index === 1 ? null : 20 + index,
  }));
  const items: Thing[] = [1, 2, 3, 4, 5].map((n) => ({
    __typename: n % 2 ? 'Book' : 'Film',
    id: String(n),
    kind: n === 3 ? 'RARE' : 'PLAIN',
    pages: n * 100,
    minutes: n * 10,
    author: people[n % 3],
    director: n === 4 ? null : people[(n + 1) % 3],
    stock: n - 1,
    base: n * 7,
    shelf: { code: `s${n % 2}` },
  }));
  const reviews: Thing[] = [1, 2, 3, 4, 5, 6].map((n) => ({
    __typename: 'Review',
    id: `r${n}`,
    text: n === 5 ? null : `text ${n}`,
    score: n / 2,
    by: people[n % 3],
    item: items[n % 5],
  }));
  const item = oneOf(items);
  const person = oneOf(people);

  const titleIn = ({ id }: Thing, lang: string) => `${lang} ${id}`;
  const Titled = { title: (each: Thing, { lang }: { lang: string }) => titleIn(each, lang) };
  const Related = {
    related: ({ id }: Thing, { first }: { first: number }) => items.filter((each) => each.id !== id).slice(0, first),
  };
  const Priced = {
    price: ({ base }: Thing, { currency }: { currency: string }) => Number(base) * (currency === 'MXN' ? 18 : 1),
  };
  const Shelf = {
    items: ({ code }: { code: string }) => items.filter((each) => (each.shelf as { code: string }).code === code),
    grid: () => [[items[0], null, items[1]], [], null],
  };
  const Reviewed = {
    reviews: ({ id }: Thing, { min }: { min: number }) =>
      reviews.filter((each) => (each.item as Thing).id === id && Number(each.score) >= min),
  };
  const Person = {
    name({ id }: Thing) {
      if (id === 'caro') throw new Error('nameless');
      return `name of ${id}`;
    },
    likes: ({ id }: Thing) => (id === 'beto' ? null : [items[0], items[3]]),
    boss: ({ id }: Thing) => (id === 'ana' ? null : people[0]),
  };
  const Catalog = {
    items: () => items,
    item: (_root: unknown, { id }: { id: string }) => item({ id }),
    search: (_root: unknown, { first }: { first: number }) =>
      [items[0], people[1], items[3], null, people[0]].slice(0, first),
  };
  const cheap = () => items.slice(0, 3);
  const staff = () => people;
  const latest = () => reviews;
  const untyped = (each: Thing | undefined) => each && { ...each, __typename: 'Item' };
  const byId = ({ id }: { id: string }) => item({ id });

  return federate(
    {
      catalog: {
        sdl: `type Query { items: [Item!]! item(id: ID!): Item search(first: Int = 5): [Result] }
          enum Lang { ES EN } enum Kind { PLAIN RARE }
          interface Item @key(fields: "id") { id: ID! title(lang: Lang = EN): String! kind: Kind! related(first: Int = 2): [Item!]! }
          type Book implements Item @key(fields: "id") {
            id: ID! title(lang: Lang = EN): String! kind: Kind! related(first: Int = 2): [Item!]! pages: Int author: Person!
          }
          type Film implements Item @key(fields: "id") {
            id: ID! title(lang: Lang = EN): String! kind: Kind! related(first: Int = 2): [Item!]! minutes: Int! director: Person
          }
          union Result = Book | Film | Person
          type Person @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: Catalog,
          Item: { __resolveReference: byId },
          Book: { ...Titled, ...Related, __resolveReference: byId },
          Film: { ...Titled, ...Related, __resolveReference: byId },
        },
      },
      stock: {
        sdl: `type Query { cheap: [Item!]! } enum Lang { ES EN }
          type Item @key(fields: "id") @interfaceObject { id: ID! stock: Int! price(currency: String! = "MXN"): Int shelf: Shelf }
          type Shelf { code: String! items: [Item!]! grid: [[Item]] }`,
        resolvers: {
          Query: { cheap: () => cheap().map(untyped) },
          Item: { ...Priced, __resolveReference: ({ id }) => untyped(item({ id })) },
          Shelf: {
            items: (shelf) => Shelf.items(shelf).map(untyped),
            grid: () => Shelf.grid().map((row) => row?.map((each) => each && untyped(each)) ?? null),
          },
        },
      },
      people: {
        sdl: `type Query { staff: [Person!]! }
          type Person @key(fields: "id") @key(fields: "email") { id: ID! email: ID! name: String age: Int boss: Person likes: [Item!] }
          type Item @key(fields: "id") @interfaceObject { id: ID! }`,
        resolvers: {
          Query: { staff },
          Person: { ...Person, likes: (each) => Person.likes(each)?.map(untyped) ?? null, __resolveReference: person },
          Item: { __resolveReference: ({ id }) => untyped(item({ id })) },
        },
      },
      reviews: {
        sdl: `type Query { latest: [Review!]! } enum Lang { ES EN }
          type Book @key(fields: "id") {
            id: ID! title(lang: Lang = EN): String! @external pages: Int @external
            reviews(min: Float = 0): [Review!] blurb: String! @requires(fields: "title(lang: ES) pages")
          }
          type Film @key(fields: "id") {
            id: ID! title(lang: Lang = EN): String! @external minutes: Int! @external
            reviews(min: Float = 0): [Review!] blurb: String @requires(fields: "title(lang: EN) minutes")
          }
          union Subject = Book | Film
          type Review { id: ID! text: String! score: Float by: Writer about: Subject! }
          type Person @key(fields: "email") { email: ID! age: Int @external wrote: [Review!]! senior: Boolean @requires(fields: "age") }
          union Writer = Person`,
        resolvers: {
          Query: { latest },
          Review: { about: ({ item }) => item },
          Book: { ...Reviewed, blurb: ({ title, pages }) => `${title} ${pages}`, __resolveReference: (given) => given },
          Film: {
            ...Reviewed,
            blurb: ({ title, minutes }) => `${title} ${minutes}`,
            __resolveReference: (given) => given,
          },
          Person: {
            __resolveReference: (given) => ({ ...person({ email: given.email }), ...given }),
            wrote: ({ email }) => reviews.filter(({ by }) => (by as Thing).email === email),
            senior: ({ age }) => age !== null && age > 20,
          },
        },
      },
    },
    {
      Query: { ...Catalog, cheap, staff, latest },
      Shelf,
      Review: { about: ({ item }) => item },
      Book: { ...Titled, ...Related, ...Priced, ...Reviewed, blurb: (each) => `${titleIn(each, 'ES')} ${each.pages}` },
      Film: {
        ...Titled,
        ...Related,
        ...Priced,
        ...Reviewed,
        blurb: (each) => `${titleIn(each, 'EN')} ${each.minutes}`,
      },
      Person: {
        ...Person,
        wrote: ({ email }) => reviews.filter(({ by }) => (by as Thing).email === email),
        senior: ({ age }) => age !== null && age > 20,
      },
    },
  );
}
