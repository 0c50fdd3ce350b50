// Shows /api/openapi.json. Texts go in as text, never as markup.
const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

const schemaText = (schema) => JSON.stringify(schema, null, 2);

/** A schema in a few words, such as `integer or nothing`. */
const inWords = ({ type, enum: values, items, format, $ref }) => {
  if ($ref) return $ref.split('/').at(-1);
  if (values) return values.filter((value) => value !== null).join(' | ');
  if (items) return `list of ${inWords(items)}`;
  const named = [type ?? 'anything'].flat().map((each) => (each === 'null' ? 'nothing' : each));
  return `${named.join(' or ')}${format ? ` (${format})` : ''}`;
};

const folded = (title, content) =>
  element('details', element('summary', title), element('pre', schemaText(Object.values(content)[0].schema)));

const parameterTable = (parameters) =>
  element(
    'table',
    element('tr', ...['Parameter', 'In', 'Needed', 'What'].map((title) => element('th', title))),
    ...parameters.map(({ name, in: place, required, schema }) =>
      element(
        'tr',
        element('td', element('code', name)),
        element('td', place),
        element('td', required ? 'yes' : 'no'),
        element('td', inWords(schema)),
      ),
    ),
  );

const section = (path, method, { summary, parameters, requestBody, responses }) =>
  element(
    'section',
    element('h2', element('span', method.toUpperCase()), path),
    element('p', summary ?? ''),
    ...(parameters.length > 0 ? [parameterTable(parameters)] : []),
    ...(requestBody ? [folded('Body', requestBody.content)] : []),
    ...Object.entries(responses).map(([status, { description, content }]) =>
      folded(`${status} · ${description}`, content),
    ),
  );

fetch('/api/openapi.json')
  .then((response) => response.json())
  .then(({ info, paths, components }) => {
    document.getElementById('about').append(info.description);
    const operations = document.getElementById('operations');
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(methods)) operations.append(section(path, method, operation));
    }
    operations.append(element('h2', 'Schemas'));
    for (const [name, schema] of Object.entries(components.schemas)) {
      operations.append(element('details', element('summary', name), element('pre', schemaText(schema))));
    }
  });
