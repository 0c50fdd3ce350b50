import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const venues: Here['venues'] = {
  new: 'Establecimiento nuevo',
  create: 'Agregar establecimiento',
  name: 'Nombre',
  saved: 'Se guardaron los cambios de {{name}}.',
  location: 'Sucursal',
  locationHint: 'Si vende en terminales de Mycelium, sus ventas se leen de ahí.',
  noLocation: 'Ninguna: vende en otro sistema',
  openingHours: 'Abierto cada semana',
  closedDay: 'Cerrado',
  opensAt: '{{of}}: abre a las',
  closesAt: '{{of}}: cierra a las',
  addHours: 'Agregar horario',
  addHoursOf: 'Agregar horario: {{of}}',
  removeHours: 'Quitar de {{from}} a {{to}}: {{of}}',
  exceptionalDays: 'Festivos y otros días',
  noExceptionalDays: 'Todas las semanas son iguales. Agrega festivos y días con horario propio.',
  date: 'Fecha',
  why: 'Motivo',
  isHoliday: 'Día festivo: se indica al comparar días',
  addDay: 'Agregar un día',
  removeDay: 'Quitar este día',
  removeDayOf: 'Quitar este día: {{of}}',
  dayMissing: 'Cada día necesita su fecha y su motivo.',
  close: 'Cerrar establecimiento',
  isClosed: 'Se cerró {{name}}. Sus cifras se conservan.',
  reopen: 'Reabrir',
  isReopened: 'Se reabrió {{name}}.',
  closedText: 'Cerrado. Ya no se recopila nada; sus cifras se conservan.',
  emptyTitle: 'Aún no hay establecimientos',
  emptyText: 'Un establecimiento es un lugar cuyas cifras se reúnen de donde venda, se comparan y se explican.',
  goneTitle: 'No se encontró el establecimiento',
  goneText: 'No hay ningún establecimiento en esta dirección.',
  state: { inBusiness: 'En operación', closed: 'Cerrado' },
};

export const words: Here = { venues };

export const done: Texts<typeof doneHere> = {
  createVenue: 'Agregó un establecimiento',
  updateVenue: 'Cambió un establecimiento',
  closeVenue: 'Cerró un establecimiento',
  reopenVenue: 'Reabrió un establecimiento',
};

export const scopes: Texts<typeof scopesHere> = {
  venue: {
    about: 'Establecimientos',
    read: 'Ver establecimientos',
    write: 'Administrar establecimientos',
  },
};

export const told: Texts<typeof toldHere> = {
  noun: { Venue: 'Establecimiento' },
  field: {
    Venue: {
      name: 'nombre',
      timeZone: 'zona horaria',
      currency: 'moneda',
      dayStart: 'inicio del día',
      openingHours: 'horario',
      exceptionalDays: 'festivos y otros días',
      locationId: 'sucursal',
      closedAt: 'cierre',
    },
  },
  sentence: {
    Venue: {
      CREATED: '{{who}} agregó el establecimiento {{name}}',
      name: '{{who}} cambió el nombre del establecimiento {{before}} a {{after}}',
      closedAt: '{{who}} cerró el establecimiento {{name}}',
      closedAt_none: '{{who}} reabrió el establecimiento {{name}}',
    },
  },
};
