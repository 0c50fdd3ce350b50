import type { Words } from '../en.ts';

export const picture: Words['picture'] = {
  title: 'Foto',
  preview: 'La foto de este platillo',
  file: 'Archivo de la foto',
  choose: 'Subir una foto',
  replace: 'Cambiar',
  remove: 'Quitar la foto',
  tooLarge: 'Esta foto pesa más de 20 MB. Elige una más pequeña.',
  address: 'Foto (dirección web)',
};
