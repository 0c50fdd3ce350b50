import { capitalizedAllergens } from '@mycelium/schema/allergens';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here } from './en.ts';

type Here = Texts<typeof here>;

const menu: Here['menu'] = {
  newItem: 'Yeni ürün',
  newItemIn: '{{section}} bölümüne yeni ürün',
  search: 'Menüde ara',
  show: 'Göster',
  all: 'Tümü',
  soldOutOf: 'Tükendi: {{name}}',
  priceOf: '{{name}} fiyatı',
  priceIn: 'Fiyat ({{currency}})',
  priceConflict: 'Bu arada biri {{theirs}} yaptı. Enter {{mine}} yapar, Escape onunkini bırakır.',
  isSoldOut: '{{name}} tükendi.',
  isAvailable: '{{name}} yeniden var.',
  isRemoved: '{{name}} menüden çıkarıldı.',
  keys: '/ ara · ↑↓ gez · E fiyat · S tükendi',
  emptySection: 'Henüz ürün yok.',
  emptyTitle: 'Menünüz burada başlar',
  emptyText: 'Bu yerin henüz menüsü yok. Bölümleri olunca ürünleri burada durur: adlar, fiyatlar, tükenenler.',
  nothingFound: 'Uyan ürün yok',
  nothingFoundText: 'Menüde aradığınıza uyan bir şey yok.',
  showAll: 'Tüm ürünleri göster',
};

const section: Here['section'] = {
  new: 'Yeni bölüm',
  create: 'Menüye ekle',
  saved: '{{name}} kaydedildi.',
  menu: 'Menü',
  remove: 'Bölümü kaldır',
  removeQuestion: '{{name}} kaldırılsın mı?',
  removeText: 'Onu gösteren panolar göstermeyi bırakır.',
  hasItems_one: 'Hâlâ {{count}} ürünü var. Bölümü kaldırmadan önce onu menüden çıkarın.',
  hasItems_other: 'Hâlâ {{count}} ürünü var. Bölümü kaldırmadan önce onları menüden çıkarın.',
  goneTitle: 'Menüde değil',
  goneText: 'Bu bölüm kaldırılmış ya da adres yanlış.',
};

const item: Here['item'] = {
  name: 'Ad ({{language}})',
  description: 'Açıklama ({{language}})',
  price: 'Fiyat ({{currency}})',
  calories: 'Kalori (kcal)',
  allergens: 'Alerjenler',
  section: 'Bölüm',
  create: 'Menüye koy',
  saved: '{{name}} kaydedildi.',
  changed: 'Değişti',
  up: 'Yukarı',
  down: 'Aşağı',
  remove: 'Menüden çıkar',
  goneTitle: 'Menüde değil',
  goneText: 'Bu ürün menüden çıkarılmış ya da adres yanlış.',
  contested: 'Bunu başka biri de değiştirdi. Kaydederseniz sizinki geçer.',
  contestedBy: 'Başka biri bunu “{{theirs}}” yaptı. Kaydederseniz sizinki geçer.',
};

const allergen: Here['allergen'] = capitalizedAllergens('tr');

export const words = { menu, section, item, allergen } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  createMenuItem: 'Bir ürün oluşturdu',
  createUpload: 'Bir resim yüklemeye başladı',
  updateMenuItem: 'Bir ürünü değiştirdi',
  setMenuItemAvailability: 'Bir ürünün tükenip tükenmediğini söyledi',
  reorderMenuItems: 'Ürünleri sıraladı',
  removeMenuItem: 'Bir ürünü menüden kaldırdı',
  restoreMenuItem: 'Bir ürünü menüye geri koydu',
  createMenuSection: 'Bir bölüm oluşturdu',
  updateMenuSection: 'Bir bölümü değiştirdi',
  reorderMenuSections: 'Bölümleri sıraladı',
  removeMenuSection: 'Bir bölümü kaldırdı',
};
