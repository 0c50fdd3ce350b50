import { capitalizedAllergens } from '@mycelium/schema/allergens';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const menu: Here['menu'] = {
  newItem: 'Yeni ürün',
  newItemIn: '{{section}} bölümüne yeni ürün',
  search: 'Menüde ara',
  show: 'Göster',
  all: 'Tümü',
  availableItems: 'Satışta',
  soldOutItems: 'Tükenenler',
  soldOutOf: 'Tükendi: {{name}}',
  priceOf: '{{name}} fiyatı',
  priceIn: 'Fiyat ({{currency}})',
  priceConflict: 'Biri az önce {{theirs}} yaptı. {{mine}} için Enter, {{theirs}} kalsın diye Esc.',
  isSoldOut: '{{name}} tükendi.',
  isAvailable: '{{name}} yeniden satışta.',
  isRemoved: '{{name}} menüden çıkarıldı.',
  priceSet: '{{name}}: {{before}} → {{after}}.',
  isMoved: '{{name}} taşındı: {{all}} içinde {{place}}. sırada.',
  select: 'Birden çok seç',
  choose: '{{name}} seç',
  chosen_one: '{{count}} seçili',
  chosen_other: '{{count}} seçili',
  percent: '% oranında',
  newPrices: 'Yeni fiyatlar',
  setPrices_one: '{{count}} fiyatı değiştir',
  setPrices_other: '{{count}} fiyatı değiştir',
  moveTo: 'Şuraya taşı…',
  pricesSet_one: '{{count}} fiyat değişti.',
  pricesSet_other: '{{count}} fiyat değişti.',
  manySoldOut_one: '{{count}} ürün tükendi.',
  manySoldOut_other: '{{count}} ürün tükendi.',
  manyAvailable_one: '{{count}} ürün yeniden satışta.',
  manyAvailable_other: '{{count}} ürün yeniden satışta.',
  manyMoved_one: '{{count}} ürün taşındı.',
  manyMoved_other: '{{count}} ürün taşındı.',
  keys: '/ ara · ↑↓ gez · E fiyat · S tükendi',
  emptySection: 'Henüz ürün yok.',
  emptyTitle: 'Menünüz burada başlar',
  emptyText: 'Bu yerin henüz menüsü yok. Bölümleri olunca ürünleri burada durur: adlar, fiyatlar, tükenenler.',
  nothingFound: 'Eşleşen ürün yok',
  nothingFoundText: 'Menüde aradığınıza uyan bir şey yok.',
  showAll: 'Tüm ürünleri göster',
};

const section: Here['section'] = {
  new: 'Yeni bölüm',
  create: 'Menüye ekle',
  saved: '{{name}} kaydedildi.',
  menu: 'Menü',
  remove: 'Menüden çıkar',
  removeQuestion: '{{name}} menüden çıkarılsın mı?',
  removeText: 'Onu gösteren panolar göstermeyi bırakır.',
  hasItems_one: 'Hâlâ {{count}} ürünü var. Bölümü kaldırmadan önce onu menüden çıkarın.',
  hasItems_other: 'Hâlâ {{count}} ürünü var. Bölümü kaldırmadan önce onları menüden çıkarın.',
  goneTitle: 'Bölüm bulunamadı',
  goneText: 'Bu bölüm kaldırılmış ya da adres yanlış.',
};

const item: Here['item'] = {
  name: 'Ad ({{language}})',
  description: 'Açıklama ({{language}})',
  price: 'Fiyat ({{currency}})',
  calories: 'Kalori (kcal)',
  allergens: 'Alerjenler',
  section: 'Bölüm',
  create: 'Menüye ekle',
  saved: '{{name}} kaydedildi.',
  changed: 'Değişti',
  up: 'Yukarı',
  down: 'Aşağı',
  remove: 'Menüden çıkar',
  goneTitle: 'Ürün bulunamadı',
  goneText: 'Bu ürün menüden çıkarılmış ya da adres yanlış.',
};

const allergen: Here['allergen'] = capitalizedAllergens('tr');

export const words = { menu, section, item, allergen } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  createMenuItem: 'Bir ürün oluşturdu',
  createUpload: 'Bir resim yüklemeye başladı',
  updateMenuItem: 'Bir ürünü değiştirdi',
  setMenuItemAvailability: 'Bir ürünü tükendi ya da satışta olarak işaretledi',
  setMenuItemPrices: 'Birkaç ürünün fiyatını değiştirdi',
  setMenuItemsAvailability: 'Birkaç ürünü tükendi ya da satışta olarak işaretledi',
  arrangeMenuItems: 'Ürünleri sıraladı ya da taşıdı',
  reorderMenuItems: 'Ürünleri sıraladı',
  removeMenuItem: 'Bir ürünü menüden çıkardı',
  restoreMenuItem: 'Bir ürünü menüye geri koydu',
  createMenuSection: 'Bir bölüm oluşturdu',
  updateMenuSection: 'Bir bölümü değiştirdi',
  reorderMenuSections: 'Bölümleri sıraladı',
  removeMenuSection: 'Bir bölümü kaldırdı',
  createRestaurant: 'Bir marka ekledi',
  updateRestaurant: 'Bir markanın adını değiştirdi',
  closeRestaurant: 'Bir markayı kapattı',
  reopenRestaurant: 'Bir markayı yeniden açtı',
  createLocation: 'Bir şube açtı',
  updateLocation: 'Bir şubeyi değiştirdi',
  closeLocation: 'Bir şubeyi kapattı',
  reopenLocation: 'Bir şubeyi yeniden açtı',
  createModifierGroup: 'Bir seçim oluşturdu',
  updateModifierGroup: 'Bir seçimi değiştirdi',
  removeModifierGroup: 'Bir seçimi kaldırdı',
  restoreModifierGroup: 'Bir seçimi geri getirdi',
  createModifierOption: 'Bir seçenek oluşturdu',
  updateModifierOption: 'Bir seçeneği değiştirdi',
  setModifierOptionAvailability: 'Bir seçeneği tükendi ya da satışta olarak işaretledi',
  reorderModifierOptions: 'Seçenekleri yeniden sıraladı',
  removeModifierOption: 'Bir seçeneği kaldırdı',
  restoreModifierOption: 'Bir seçeneği geri getirdi',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  menu: {
    about: 'Menü',
    read: 'Menüyü okuma',
    write: 'Menüyü değiştirme',
    availability: 'Ürünleri tükendi olarak işaretleme',
  },
  location: {
    about: 'Şubeler',
    write: 'Markaları ve şubeleri değiştirme',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Menu: 'Menü',
    MenuSection: 'Bölüm',
    MenuItem: 'Ürün',
    Restaurant: 'Marka',
    Location: 'Şube',
    ModifierGroup: 'Seçim',
    ModifierOption: 'Seçenek',
  },
  field: {
    Restaurant: {
      name: 'ad',
      closedAt: 'kapanış',
    },
    Location: {
      name: 'ad',
      address: 'adres',
      city: 'şehir',
      phone: 'telefon',
      timeZone: 'saat dilimi',
      currency: 'para birimi',
      dayStart: 'günün başlangıcı',
      taxCountry: 'vergi ülkesi',
      receiptHead: 'fiş başlığı',
      closedAt: 'kapanış',
    },
    MenuItem: {
      names: 'ad',
      descriptions: 'açıklama',
      price: 'fiyat',
      available: 'satışta',
      allergens: 'alerjenler',
      calories: 'kalori',
      imageUrl: 'resim',
      section: 'bölüm',
      modifierGroups: 'seçimler',
    },
    MenuSection: {
      names: 'ad',
      items: 'sıra',
    },
    Menu: {
      names: 'ad',
      sections: 'sıra',
    },
    ModifierGroup: {
      names: 'ad',
      min: 'en az',
      max: 'en çok',
      free: 'ücretsiz',
      priceRule: 'fiyat',
      options: 'sıra',
    },
    ModifierOption: {
      names: 'ad',
      price: 'fiyat',
      available: 'satışta',
      allergens: 'alerjenler',
      maxQuantity: 'en çok',
      nested: 'ek seçim',
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
      CREATED: '{{who}}, {{name}} ürününü menüye koydu',
      price: '{{who}}, {{name}} fiyatını değiştirdi: {{before}} → {{after}}',
      names: '{{who}}, bir ürünün adını değiştirdi: {{before}} → {{after}}',
      descriptions: '{{who}}, {{name}} açıklamasını değiştirdi',
      available_true: '{{who}}, {{name}} ürününü yeniden satışa koydu',
      available_false: '{{who}}, {{name}} ürününü tükendi olarak işaretledi',
      section: '{{who}}, {{name}} ürününü başka bir bölüme taşıdı',
      imageUrl: '{{who}}, {{name}} resmini değiştirdi',
      imageUrl_none: '{{who}}, {{name}} resmini sildi',
      removedAt: '{{who}}, {{name}} ürününü menüden çıkardı',
      removedAt_none: '{{who}}, {{name}} ürününü menüye geri koydu',
    },
    MenuSection: {
      CREATED: '{{who}}, {{name}} bölümünü ekledi',
      names: '{{who}}, bir bölümün adını değiştirdi: {{before}} → {{after}}',
      items: '{{who}}, {{name}} ürünlerinin sırasını değiştirdi',
      removedAt: '{{who}}, {{name}} bölümünü kaldırdı',
    },
    Menu: {
      names: '{{who}}, menünün adını değiştirdi: {{before}} → {{after}}',
      sections: '{{who}}, {{name}} bölümlerinin sırasını değiştirdi',
    },
    ModifierGroup: {
      CREATED: '{{who}}, {{name}} seçimini ekledi',
      names: '{{who}}, {{before}} seçiminin adını {{after}} yaptı',
      options: '{{who}}, {{name}} seçeneklerini yeniden sıraladı',
      removedAt: '{{who}}, {{name}} seçimini kaldırdı',
      removedAt_none: '{{who}}, {{name}} seçimini geri getirdi',
    },
    ModifierOption: {
      CREATED: '{{who}}, {{name}} seçeneğini ekledi',
      price: '{{who}}, {{name}} seçeneğinin fiyatını {{before}} yerine {{after}} yaptı',
      names: '{{who}}, {{before}} seçeneğinin adını {{after}} yaptı',
      available_true: '{{who}}, {{name}} seçeneğini yeniden satışa koydu',
      available_false: '{{who}}, {{name}} seçeneğini tükendi olarak işaretledi',
      removedAt: '{{who}}, {{name}} seçeneğini kaldırdı',
      removedAt_none: '{{who}}, {{name}} seçeneğini geri getirdi',
    },
  },
};
