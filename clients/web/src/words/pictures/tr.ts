import type { Words } from '../en.ts';

export const picture: Words['picture'] = {
  title: 'Resim',
  preview: 'Bu ürünün resmi',
  file: 'Resim dosyası',
  choose: 'Resim yükle',
  replace: 'Değiştir',
  remove: 'Resmi kaldır',
  tooLarge: 'Bu resim 20 MB’tan büyük. Daha küçük bir resim seçin.',
  address: 'Resim (web adresi)',
};
