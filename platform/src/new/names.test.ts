import { expect, test } from 'vitest';
import { fill, namesOf } from './names.ts';

test('a noun has all the forms that files, types and sentences need', () => {
  expect(namesOf('menu-item')).toMatchObject({
    noun: 'menuItem',
    Nouns: 'MenuItems',
    words: 'menu item',
    pluralWords: 'menu items',
    event: 'menu_item',
  });
  expect(namesOf('category').nouns).toBe('categories');
  expect(namesOf('day').nouns).toBe('days');
  expect(namesOf('box').nouns).toBe('boxes');
  expect(namesOf('person', 'people')).toMatchObject({ nouns: 'people', Noun: 'Person' });
});

test('a template is filled, or refused for a name that nobody knows', () => {
  expect(fill('class {{Noun}} {}', namesOf('note'))).toBe('class Note {}');
  expect(fill('saved \\{{name}}', namesOf('note'))).toBe('saved {{name}}');
  expect(() => fill('{{nuon}}', namesOf('note'))).toThrow('A template asks for nuon.');
});
