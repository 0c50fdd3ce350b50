import type { Words } from '../en.ts';

export const product: Words['product'] = {
  ORDERING: 'Pedidos',
  SMP: 'Pantallas (SMP)',
  MARKETING_APP: 'Marketing',
  WEB_HOSTING: 'Sitio web',
  DIGITAL_MENU: 'Menú digital',
  MINI_BODEGA: 'Mini bodega',
};

export const productAbout: Words['productAbout'] = {
  ORDERING: 'Los pedidos y su menú; el origen de cada platillo.',
  SMP: 'Pantallas y tableros de un sistema de señalización, con catálogo propio.',
  MARKETING_APP: 'Campañas de marketing con tus platillos y precios.',
  WEB_HOSTING: 'Tu sitio web, con tu menú.',
  DIGITAL_MENU: 'Tableros que leen tu menú directamente.',
  MINI_BODEGA: 'Una tienda pequeña que también vende tus platillos.',
};

export const productState: Words['productState'] = { ACTIVE: 'Encendido', PAUSED: 'En pausa', OFF: 'Apagado' };
