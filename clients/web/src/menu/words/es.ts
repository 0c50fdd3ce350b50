import { capitalizedAllergens } from '@mycelium/schema/allergens';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const menu: Here['menu'] = {
  newItem: 'Platillo nuevo',
  newItemIn: 'Platillo nuevo en {{section}}',
  search: 'Buscar en el menú',
  show: 'Mostrar',
  all: 'Todos',
  availableItems: 'Disponibles',
  soldOutItems: 'Agotados',
  soldOutOf: 'Agotado: {{name}}',
  priceOf: 'Precio de {{name}}',
  priceIn: 'Precio ({{currency}})',
  priceConflict: 'Alguien lo acaba de cambiar a {{theirs}}. Enter guarda {{mine}}; Esc conserva {{theirs}}.',
  isSoldOut: 'Agotado: {{name}}.',
  isAvailable: 'Disponible de nuevo: {{name}}.',
  isRemoved: 'Se quitó del menú: {{name}}.',
  priceSet: '{{name}}: {{before}} → {{after}}.',
  isMoved: 'Se movió: {{name}}. Ahora es {{place}} de {{all}}.',
  select: 'Seleccionar varios',
  choose: 'Seleccionar {{name}}',
  chosen_one: '{{count}} seleccionado',
  chosen_other: '{{count}} seleccionados',
  percent: 'En %',
  newPrices: 'Precios nuevos',
  setPrices_one: 'Cambiar {{count}} precio',
  setPrices_other: 'Cambiar {{count}} precios',
  moveTo: 'Mover a…',
  pricesSet_one: 'Se cambió {{count}} precio.',
  pricesSet_other: 'Se cambiaron {{count}} precios.',
  manySoldOut_one: '{{count}} platillo agotado.',
  manySoldOut_other: '{{count}} platillos agotados.',
  manyAvailable_one: '{{count}} platillo disponible de nuevo.',
  manyAvailable_other: '{{count}} platillos disponibles de nuevo.',
  manyMoved_one: 'Se movió {{count}} platillo.',
  manyMoved_other: 'Se movieron {{count}} platillos.',
  keys: '/ buscar · ↑↓ mover · E precio · S agotado',
  emptySection: 'Todavía no hay platillos.',
  emptyTitle: 'Tu menú empieza aquí',
  emptyText:
    'Este lugar todavía no tiene menú. En cuanto tenga secciones, aquí estarán sus platillos: nombres, precios y lo agotado.',
  nothingFound: 'Ningún platillo coincide',
  nothingFoundText: 'Nada en el menú coincide con lo que buscas.',
  showAll: 'Mostrar todos los platillos',
};

const section: Here['section'] = {
  new: 'Sección nueva',
  create: 'Agregar al menú',
  saved: 'Se guardaron los cambios de {{name}}.',
  menu: 'Menú',
  remove: 'Eliminar la sección',
  removeQuestion: '¿Eliminar {{name}}?',
  removeText: 'Los tableros que la muestran dejarán de hacerlo.',
  hasItems_one: 'Todavía tiene {{count}} platillo. Quítalo del menú antes de eliminar la sección.',
  hasItems_other: 'Todavía tiene {{count}} platillos. Quítalos del menú antes de eliminar la sección.',
  goneTitle: 'No se encontró la sección',
  goneText: 'Esta sección se eliminó, o la dirección no es correcta.',
};

const item: Here['item'] = {
  name: 'Nombre ({{language}})',
  description: 'Descripción ({{language}})',
  price: 'Precio ({{currency}})',
  calories: 'Calorías (kcal)',
  allergens: 'Alérgenos',
  section: 'Sección',
  create: 'Agregar al menú',
  saved: 'Se guardaron los cambios de {{name}}.',
  changed: 'Cambiado',
  up: 'Subir',
  down: 'Bajar',
  remove: 'Quitar del menú',
  goneTitle: 'No se encontró el platillo',
  goneText: 'Este platillo se quitó del menú o la dirección es incorrecta.',
};

const allergen: Here['allergen'] = capitalizedAllergens('es');

export const words = { menu, section, item, allergen } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  createMenuItem: 'Creó un platillo',
  createUpload: 'Empezó a subir una foto',
  updateMenuItem: 'Cambió un platillo',
  setMenuItemAvailability: 'Marcó un platillo como agotado o disponible',
  setMenuItemPrices: 'Cambió los precios de varios platillos',
  setMenuItemsAvailability: 'Marcó varios platillos como agotados o disponibles',
  arrangeMenuItems: 'Ordenó o movió platillos',
  reorderMenuItems: 'Ordenó platillos',
  removeMenuItem: 'Quitó un platillo del menú',
  restoreMenuItem: 'Devolvió un platillo al menú',
  createMenuSection: 'Creó una sección',
  updateMenuSection: 'Cambió una sección',
  reorderMenuSections: 'Ordenó secciones',
  removeMenuSection: 'Eliminó una sección',
  createRestaurant: 'Agregó una marca',
  updateRestaurant: 'Cambió el nombre de una marca',
  closeRestaurant: 'Cerró una marca',
  reopenRestaurant: 'Reabrió una marca',
  createLocation: 'Abrió una sucursal',
  updateLocation: 'Cambió una sucursal',
  closeLocation: 'Cerró una sucursal',
  reopenLocation: 'Reabrió una sucursal',
  createModifierGroup: 'Creó una selección',
  updateModifierGroup: 'Cambió una selección',
  removeModifierGroup: 'Eliminó una selección',
  restoreModifierGroup: 'Restauró una selección',
  createModifierOption: 'Creó una opción',
  updateModifierOption: 'Cambió una opción',
  setModifierOptionAvailability: 'Marcó una opción como agotada o disponible',
  reorderModifierOptions: 'Reordenó opciones',
  removeModifierOption: 'Eliminó una opción',
  restoreModifierOption: 'Restauró una opción',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  menu: {
    about: 'Menú',
    read: 'Leer el menú',
    write: 'Cambiar el menú',
    availability: 'Marcar platillos agotados',
  },
  location: {
    about: 'Sucursales',
    write: 'Cambiar marcas y sucursales',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Menu: 'Menú',
    MenuSection: 'Sección',
    MenuItem: 'Platillo',
    Restaurant: 'Marca',
    Location: 'Sucursal',
    ModifierGroup: 'Selección',
    ModifierOption: 'Opción',
  },
  field: {
    Restaurant: {
      name: 'nombre',
      closedAt: 'cierre',
    },
    Location: {
      name: 'nombre',
      address: 'dirección',
      city: 'ciudad',
      phone: 'teléfono',
      timeZone: 'zona horaria',
      currency: 'moneda',
      dayStart: 'inicio del día',
      taxCountry: 'país de sus impuestos',
      receiptHead: 'encabezado de sus recibos',
      closedAt: 'cierre',
    },
    MenuItem: {
      names: 'nombre',
      descriptions: 'descripción',
      price: 'precio',
      available: 'disponible',
      allergens: 'alérgenos',
      calories: 'calorías',
      imageUrl: 'foto',
      section: 'sección',
      modifierGroups: 'selecciones',
    },
    MenuSection: {
      names: 'nombre',
      items: 'orden',
    },
    Menu: {
      names: 'nombre',
      sections: 'orden',
    },
    ModifierGroup: {
      names: 'nombre',
      min: 'mínimo',
      max: 'máximo',
      free: 'gratis',
      priceRule: 'precio',
      options: 'orden',
    },
    ModifierOption: {
      names: 'nombre',
      price: 'precio',
      available: 'disponible',
      allergens: 'alérgenos',
      maxQuantity: 'máximo',
      nested: 'otra selección',
    },
  },
  value: {
    MenuItem: {
      allergens: allergen,
    },
    ModifierOption: {
      allergens: allergen,
    },
  },
  sentence: {
    MenuItem: {
      CREATED: '{{who}} puso {{name}} en el menú',
      price: '{{who}} cambió el precio de {{name}} de {{before}} a {{after}}',
      names: '{{who}} cambió el nombre de {{before}} a {{after}}',
      descriptions: '{{who}} cambió la descripción de {{name}}',
      available_true: '{{who}} volvió a poner {{name}} a la venta',
      available_false: '{{who}} marcó {{name}} como agotado',
      section: '{{who}} pasó {{name}} a otra sección',
      imageUrl: '{{who}} cambió la foto de {{name}}',
      imageUrl_none: '{{who}} eliminó la foto de {{name}}',
      removedAt: '{{who}} quitó {{name}} del menú',
      removedAt_none: '{{who}} devolvió {{name}} al menú',
    },
    MenuSection: {
      CREATED: '{{who}} agregó la sección {{name}}',
      names: '{{who}} cambió el nombre de la sección {{before}} a {{after}}',
      items: '{{who}} cambió el orden de los platillos de {{name}}',
      removedAt: '{{who}} eliminó la sección {{name}}',
    },
    Menu: {
      names: '{{who}} cambió el nombre del menú {{before}} a {{after}}',
      sections: '{{who}} cambió el orden de las secciones de {{name}}',
    },
    ModifierGroup: {
      CREATED: '{{who}} agregó la selección {{name}}',
      names: '{{who}} cambió el nombre de la selección {{before}} a {{after}}',
      options: '{{who}} reordenó las opciones de {{name}}',
      removedAt: '{{who}} eliminó la selección {{name}}',
      removedAt_none: '{{who}} restauró la selección {{name}}',
    },
    ModifierOption: {
      CREATED: '{{who}} agregó la opción {{name}}',
      price: '{{who}} cambió la opción {{name}} de {{before}} a {{after}}',
      names: '{{who}} cambió el nombre de la opción {{before}} a {{after}}',
      available_true: '{{who}} volvió a poner a la venta la opción {{name}}',
      available_false: '{{who}} marcó la opción {{name}} como agotada',
      removedAt: '{{who}} eliminó la opción {{name}}',
      removedAt_none: '{{who}} restauró la opción {{name}}',
    },
  },
};
