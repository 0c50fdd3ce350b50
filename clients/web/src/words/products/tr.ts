import type { Words } from '../en.ts';

export const product: Words['product'] = {
  ORDERING: 'Sipariş',
  SMP: 'Ekranlar (SMP)',
  MARKETING_APP: 'Pazarlama',
  WEB_HOSTING: 'Web sitesi',
  DIGITAL_MENU: 'Dijital menü',
  MINI_BODEGA: 'Mini bodega',
};

export const productAbout: Words['productAbout'] = {
  ORDERING: 'Siparişler ve menüsü; her ürünün kaynağı.',
  SMP: 'Kendi kataloğu olan bir ekran sisteminin ekranları ve panoları.',
  MARKETING_APP: 'Ürünleriniz ve fiyatlarınızla pazarlama kampanyaları.',
  WEB_HOSTING: 'Menünüzün de yer aldığı web siteniz.',
  DIGITAL_MENU: 'Menünüzü doğrudan okuyan menü panoları.',
  MINI_BODEGA: 'Ürünlerinizi de satan küçük bir dükkân.',
};

export const productState: Words['productState'] = { ACTIVE: 'Açık', PAUSED: 'Duraklatıldı', OFF: 'Kapalı' };
