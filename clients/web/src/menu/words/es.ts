import { capitalizedAllergens } from '@mycelium/schema/allergens';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here } from './en.ts';

type Here = Texts<typeof here>;

const menu: Here['menu'] = {
  newItem: 'Producto nuevo',
  newItemIn: 'Producto nuevo en {{section}}',
  search: 'Buscar en el menú',
  show: 'Mostrar',
  all: 'Todos',
  soldOutOf: 'Agotado: {{name}}',
  priceOf: 'Precio de {{name}}',
  priceIn: 'Precio ({{currency}})',
  priceConflict: 'Alguien lo cambió a {{theirs}} mientras tanto. Intro pone {{mine}}, Escape deja el suyo.',
  isSoldOut: '{{name}} está agotado.',
  isAvailable: '{{name}} está disponible de nuevo.',
  isRemoved: '{{name}} ya no está en el menú.',
  keys: '/ buscar · ↑↓ mover · E precio · S agotado',
  emptySection: 'Todavía no hay productos.',
  emptyTitle: 'Tu menú empieza aquí',
  emptyText:
    'Este lugar todavía no tiene menú. En cuanto tenga secciones, aquí estarán sus productos: nombres, precios y lo agotado.',
  nothingFound: 'Ningún producto coincide',
  nothingFoundText: 'Nada en el menú coincide con lo que buscas.',
  showAll: 'Mostrar todos los productos',
};

const section: Here['section'] = {
  new: 'Sección nueva',
  create: 'Añadir al menú',
  saved: '{{name}} está guardada.',
  menu: 'Menú',
  remove: 'Quitar la sección',
  removeQuestion: '¿Quitar {{name}}?',
  removeText: 'Los tableros que la muestran dejarán de hacerlo.',
  hasItems_one: 'Todavía tiene {{count}} producto. Quítalo del menú antes de quitar la sección.',
  hasItems_other: 'Todavía tiene {{count}} productos. Quítalos del menú antes de quitar la sección.',
  goneTitle: 'No está en el menú',
  goneText: 'Esta sección fue quitada, o la dirección no es correcta.',
};

const item: Here['item'] = {
  name: 'Nombre ({{language}})',
  description: 'Descripción ({{language}})',
  price: 'Precio ({{currency}})',
  calories: 'Calorías (kcal)',
  allergens: 'Alérgenos',
  section: 'Sección',
  create: 'Poner en el menú',
  saved: '{{name}} está guardado.',
  changed: 'Cambiado',
  up: 'Subir',
  down: 'Bajar',
  remove: 'Quitar del menú',
  goneTitle: 'No está en el menú',
  goneText: 'Este producto se quitó del menú o la dirección es incorrecta.',
  contested: 'Otra persona también lo cambió. Al guardar queda lo tuyo.',
  contestedBy: 'Otra persona puso «{{theirs}}». Al guardar queda lo tuyo.',
};

const allergen: Here['allergen'] = capitalizedAllergens('es');

export const words = { menu, section, item, allergen } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  createMenuItem: 'Creó un artículo',
  createUpload: 'Empezó a subir una foto',
  updateMenuItem: 'Cambió un artículo',
  setMenuItemAvailability: 'Dijo si un artículo está agotado',
  reorderMenuItems: 'Ordenó artículos',
  removeMenuItem: 'Quitó un artículo del menú',
  restoreMenuItem: 'Devolvió un artículo al menú',
  createMenuSection: 'Creó una sección',
  updateMenuSection: 'Cambió una sección',
  reorderMenuSections: 'Ordenó secciones',
  removeMenuSection: 'Quitó una sección',
};
