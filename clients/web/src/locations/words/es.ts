import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const location: Here['location'] = {
  new: 'Sucursal nueva',
  create: 'Abrir sucursal',
  saved: 'Se guardaron los cambios de {{name}}.',
  name: 'Nombre',
  address: 'Calle y número',
  city: 'Ciudad',
  phone: 'Teléfono',
  restaurant: 'Marca',
  taxCountry: 'País de sus impuestos',
  taxCountryHint: 'Propone los impuestos habituales de un país. Los vigentes están en Impuestos.',
  smallestCoin: 'Moneda más pequeña',
  notRounded: 'El efectivo no se redondea',
  receiptHead: 'Encabezado de cada recibo',
  receiptHint: 'Hasta {{lines}} líneas de {{characters}} caracteres.',
  receiptPreview: 'Así empiezan los recibos',
  close: 'Cerrar sucursal',
  isClosed: 'Se cerró {{name}}. Sus órdenes se conservan.',
  reopen: 'Reabrir',
  isReopened: 'Se reabrió {{name}}.',
  closedText: 'Cerrada. Aquí no se puede vender; lo vendido se conserva en {{name}}.',
  state: {
    open: 'Abierta',
    closed: 'Cerrada',
  },
  of: 'Sucursales de {{name}}',
  noneTitle: '{{name}} aún no tiene sucursales',
  noneText: 'Abre una para vender ahí: las órdenes, las terminales y las cocinas pertenecen a una sucursal.',
  emptyTitle: 'Tu negocio empieza aquí',
  emptyText: 'Agrega primero una marca y luego las sucursales donde vende.',
  goneTitle: 'No se encontró la sucursal',
  goneText: 'No hay ninguna sucursal en esta dirección.',
};

const brand: Here['brand'] = {
  title: 'Marcas',
  new: 'Marca nueva',
  create: 'Agregar marca',
  open: 'Renombrar o cerrar {{name}}',
  name: 'Nombre',
  close: 'Cerrar marca',
  closeText: 'Desaparece de las terminales y los menús. Lo vendido se conserva.',
  closeLater_one: '{{count}} de sus sucursales está abierta. Ciérrala primero.',
  closeLater_other: '{{count}} de sus sucursales están abiertas. Ciérralas primero.',
  goneTitle: 'No se encontró la marca',
  goneText: 'No hay ninguna marca en esta dirección.',
};

const tax: Here['tax'] = {
  title: 'Impuestos',
  new: 'Impuesto nuevo',
  create: 'Agregar impuesto',
  name: 'Nombre',
  nameHint: 'Como aparece en los recibos.',
  percent: 'Porcentaje',
  percentHint: '16 o 9.5',
  noPercent: 'Escribe un número de 0 a 100 con hasta 4 decimales.',
  rate: '{{percent}}%',
  how: 'Cómo lo llevan los precios',
  included: 'Incluido en el precio',
  added: 'Se suma al precio',
  onEverything: 'En todo',
  classes: 'Clases de impuesto',
  classesHint: 'Los platillos de estas clases. Déjalo vacío para todos.',
  channels: 'Formas de pedir',
  channelsHint: 'No elijas ninguna para todas.',
  location: 'Dónde',
  everywhere: 'En todas las sucursales',
  locationStays: 'Dónde aplica un impuesto no cambia; agrega otro impuesto para otra sucursal.',
  base: 'También grava estos impuestos',
  baseHint: 'Como cuando el IVA se calcula sobre el precio con el IEPS.',
  onServiceCharge: 'También grava los cargos por servicio',
  example: 'Un ejemplo',
  examplePrice: 'Precio en el menú',
  exampleIncluded: '{{sum}} incluidos ({{percent}}%)',
  exampleAdded: '{{sum}} que se suman ({{percent}}%)',
  exampleBase: 'también sobre {{taxes}}',
  examplePays: 'El cliente paga',
  remove: 'Eliminar impuesto',
  removeQuestion: '¿Eliminar {{name}}?',
  removeText: 'Las órdenes ya tomadas lo conservan; las nuevas van sin él.',
  emptyTitle: 'Aún no hay impuestos',
  emptyText: 'Los precios se venden como están en el menú. Agrega un impuesto para verlo en recibos y reportes.',
  goneTitle: 'No se encontró el impuesto',
  goneText: 'Este impuesto se eliminó o la dirección es incorrecta.',
};

const usual: Here['usual'] = {
  title: 'Impuestos habituales: {{country}}',
  check: 'Son tasas de 2026, incluidas en el precio. Confírmalas con tu contador.',
  classes: 'En platillos de la clase {{classes}}',
  holding: 'Ya vigentes aquí: {{taxes}}.',
  add: 'Agregar estos impuestos',
  added: 'Se agregó: {{taxes}}.',
  none: 'Aquí todavía no hay impuestos',
  noneText: '{{country}}: no hay una tasa única que proponer. Pregunta a tu contador qué impuestos necesitas.',
};

export const words = { location, brand, tax, usual } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  createRestaurant: 'Agregó una marca',
  updateRestaurant: 'Cambió el nombre de una marca',
  closeRestaurant: 'Cerró una marca',
  reopenRestaurant: 'Reabrió una marca',
  createLocation: 'Abrió una sucursal',
  updateLocation: 'Cambió una sucursal',
  closeLocation: 'Cerró una sucursal',
  reopenLocation: 'Reabrió una sucursal',
  createTaxRule: 'Agregó un impuesto',
  updateTaxRule: 'Cambió un impuesto',
  removeTaxRule: 'Quitó un impuesto',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  location: {
    about: 'Sucursales',
    write: 'Cambiar marcas y sucursales',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Restaurant: 'Marca',
    Location: 'Sucursal',
    TaxRule: 'Impuesto',
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
      smallestCoin: 'moneda más pequeña',
      receiptHead: 'encabezado de sus recibos',
      closedAt: 'cierre',
    },
    TaxRule: {
      name: 'nombre',
      rate: 'tasa',
      inclusive: 'en los precios',
      taxClasses: 'clases de impuesto',
      channels: 'canales',
      locationId: 'sucursal',
      baseIncludes: 'impuestos que grava',
      onServiceCharge: 'en cargos por servicio',
      removedAt: 'eliminación',
    },
  },
  value: {
    TaxRule: {
      channels: {
        DINE_IN: 'En el local',
        TAKEAWAY: 'Para llevar',
        DELIVERY: 'A domicilio',
        ONLINE: 'En línea',
      },
    },
  },
  sentence: {
    Location: {
      CREATED: '{{who}} abrió la sucursal {{name}}',
      name: '{{who}} cambió el nombre de la sucursal {{before}} a {{after}}',
      closedAt: '{{who}} cerró la sucursal {{name}}',
      closedAt_none: '{{who}} reabrió la sucursal {{name}}',
    },
    Restaurant: {
      CREATED: '{{who}} agregó la marca {{name}}',
      name: '{{who}} cambió el nombre de la marca {{before}} a {{after}}',
      closedAt: '{{who}} cerró la marca {{name}}',
      closedAt_none: '{{who}} reabrió la marca {{name}}',
    },
    TaxRule: {
      CREATED: '{{who}} agregó el impuesto {{name}}',
      rate: '{{who}} cambió la tasa de {{name}} de {{before}} a {{after}}',
      removedAt: '{{who}} eliminó el impuesto {{name}}',
    },
  },
};
