import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  reason: {
    NOTHING_TO_NAME_IT: 'La fila no tiene nombre, empresa, correo ni teléfono',
    NOT_EMAIL: 'Esto no es una dirección de correo',
    NOT_A_DATE: 'Esto no es una fecha',
    TOO_LONG: 'Demasiado largo',
    WRONG_FORM: 'No tiene el formato correcto',
    TOO_MANY: 'Más de los que puede tener un contacto',
    EXCHANGE_ADDRESS: 'Una dirección interna de Exchange, a la que no se puede escribir desde fuera',
    PHONE_INVALID: 'Esto no es un número de teléfono',
    PHONE_LOST_BY_SPREADSHEET: 'Una hoja de cálculo perdió dígitos de este número',
    QUOTE_NOT_CLOSED: 'Unas comillas no se cierran',
    NOT_TEXT: 'No se puede leer como texto',
    TOO_MANY_CELLS: 'Más celdas que columnas',
    PRIVATE: 'Marcado como privado',
    WRONG_BOOK: 'Quien trabajará para un cliente va en el libro de ese cliente',
    NO_MAIL_TO_WORK_HERE: 'Quien trabajará aquí necesita un correo electrónico',
    CHANGED_SINCE: 'El contacto cambió desde que se hizo el plan',
    USED_SINCE: 'El contacto ya se usó: notas, actividades o una combinación',
    NO_WAY_TO_REACH: 'Sin correo ni teléfono',
    CHANGED: 'Aquí se escribe distinto',
    OWNER_UNKNOWN: 'Nadie con este nombre trabaja aquí',
    NO_SUCH_VISIBILITY: 'Aquí lo ven todos los que tienen acceso al CRM',
    PHONE_COUNTRY_UNKNOWN: 'No se sabe de qué país es este número; queda como está escrito',
    PHONE_OF_BEFORE: 'Un celular antiguo sin el noveno dígito; queda como está escrito',
    PHONE_PREMIUM: 'Un número de tarifa especial',
    EMPTY_FILE: 'El archivo está vacío',
    NO_ROWS: 'El archivo no tiene filas',
    TOO_MANY_ROWS: 'Más de 200,000 filas. Divide el archivo',
    UNKNOWN_COLUMN: 'El archivo no tiene esa columna',
    UPLOAD_GONE: 'El archivo ya no está aquí. Vuelve a subirlo',
    INTERNAL: 'Falló por nuestra parte. Inténtalo de nuevo',
  },
};

export const done: Texts<typeof doneHere> = {
  planImport: 'Planeó una importación de contactos',
  applyImport: 'Importó contactos',
  undoImport: 'Deshizo una importación de contactos',
  cancelImport: 'Canceló una importación de contactos',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Import: 'Importación',
    ImportRow: 'Fila de una importación',
  },
  field: {
    Import: {
      side: 'libro',
      fileName: 'archivo',
      status: 'estado',
      failure: 'falla',
      country: 'país',
    },
  },
  sentence: {},
};
