import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const floor: Here['floor'] = {
  state: {
    FREE: 'Boş',
    SEATED: 'Dolu',
    ORDERED: 'Sipariş verdi',
    BILL: 'Hesap',
    DIRTY: 'Temizlenecek',
  },
};

export const words: Here = { floor };

export const done: Texts<typeof doneHere> = {
  createFloorArea: 'Salona bir alan ekledi',
  updateFloorArea: 'Salonun bir alanını değiştirdi',
  removeFloorArea: 'Salonun bir alanını kaldırdı',
  restoreFloorArea: 'Salonun bir alanını geri getirdi',
  createTable: 'Bir masa ekledi',
  updateTable: 'Bir masayı değiştirdi',
  removeTable: 'Bir masayı kaldırdı',
  restoreTable: 'Bir masayı geri getirdi',
  seatTable: 'Misafirleri oturttu',
  askForBill: 'Bir masanın hesap istediğini not etti',
  clearTable: 'Bir masayı topladı',
  cleanTable: 'Bir masayı temizledi',
  transferTable: 'Bir masayı başka bir garsona verdi',
  moveParty: 'Misafirleri başka bir masaya aldı',
  moveOrder: 'Bir siparişi başka bir masaya taşıdı',
  splitOrder: 'Bir siparişi böldü',
  mergeOrders: 'Siparişleri birleştirdi',
};

export const scopes: Texts<typeof scopesHere> = {
  floor: { about: 'Salon', write: 'Misafir oturtma, sipariş taşıma, masa toplama' },
};

export const told: Texts<typeof toldHere> = {
  noun: { FloorArea: 'Salon alanı', Table: 'Masa' },
  field: {
    FloorArea: {
      locationId: 'şube',
      name: 'ad',
      width: 'genişlik',
      height: 'yükseklik',
      position: 'sıra',
      removedAt: 'kaldırma',
    },
    Table: {
      locationId: 'şube',
      areaId: 'alan',
      name: 'ad',
      seats: 'sandalye sayısı',
      shape: 'biçim',
      x: 'soldan',
      y: 'üstten',
      width: 'genişlik',
      height: 'yükseklik',
      rotation: 'döndürme',
      seatedAt: 'oturma zamanı',
      guests: 'misafir sayısı',
      serverId: 'garson',
      billAt: 'hesap istendi',
      dirtyAt: 'temizlik bekliyor',
      removedAt: 'kaldırma',
    },
  },
};
