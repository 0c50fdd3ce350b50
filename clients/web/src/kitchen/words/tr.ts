import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const kitchen: Here['kitchen'] = {
  location: 'Şube',
  noLocationTitle: 'Henüz şube yok',
  noLocationText: 'Mutfak bir şubeye aittir. Önce bir yönetici şube açmalı.',
  noStationTitle: 'Henüz istasyon yok',
  noStationText: 'İstasyon olmadıkça bu şubenin siparişleri verilir verilmez hazır olur.',
  station: 'İstasyon',
  newStation: 'Yeni istasyon',
  createStation: 'İstasyon ekle',
  savedStation: '{{name}} kaydedildi.',
  stationName: 'Ad',
  nameExample: 'Izgara',
  warnAfter: 'Uzun bekleme (dk)',
  lateAfter: 'Gecikme (dk)',
  limitsHint: 'Her birinde fişin rengi ve yazısı değişir, ekran ses çıkarır.',
  noMinutes: 'Dakika girin, en çok bir gün.',
  lateFirst: 'Gecikme sınırı uzun bekleme sınırından küçük olamaz.',
  limits: '{{warn}} / {{late}} dk',
  sound: 'Yeni fiş sesi',
  soundHint: 'Yan yana duran istasyonlara farklı sesler verin.',
  sounds: { OFF: 'Yok', BELL: 'Zil', CHIME: 'Çan', BUZZER: 'Vızıltı' },
  comeFirst: 'Başa al',
  removeStation: 'İstasyonu kaldır',
  removeQuestion: '{{name}} kaldırılsın mı?',
  removeText: 'Bundan sonra yemekleri öteki istasyonlara gider. Açık fişleri servis çıkışı ekranında kalır.',
  goneTitle: 'İstasyon bulunamadı',
  goneText: 'Kaldırılmış ya da adres yanlış.',
  makes: 'Ne hazırlıyor',
  makesHint:
    'Bir ürün kendi satırının dediği yere gider; satırı yoksa bölümünün gittiği yere; o da yoksa ilk istasyona. Bütün sipariş yolları için hiçbirini seçmeyin. Gönderilmiş olan yerinde kalır.',
  part: 'Bölüm ya da ürün {{place}}',
  choosePart: 'Seçin…',
  removePart: 'Bölümü ya da ürünü kaldır: {{place}}',
  addPart: 'Bölüm ya da ürün ekle',
  saveRoutes: 'Hazırladıklarını kaydet',
  wholeSection: '{{name}}: tümü',
  rest: 'geri kalan her şey',
  nothing: 'Henüz bir şey yok',
  openScreen: 'Ekranı aç',
  openScreenOf: '{{name}} ekranını aç',
  openExpediter: 'Servis çıkışı ekranını aç',
};

export const words: Here = { kitchen };

export const done: Texts<typeof doneHere> = {
  createKitchenStation: 'Bir mutfak istasyonu ekledi',
  updateKitchenStation: 'Bir mutfak istasyonunu değiştirdi',
  removeKitchenStation: 'Bir mutfak istasyonunu kaldırdı',
  setKitchenRoutes: 'Bir mutfak istasyonunda ne hazırlandığını seçti',
  bumpTicket: 'Bir mutfak fişini kapattı',
  recallTicket: 'Bir mutfak fişini geri aldı',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  kitchen: { about: 'Mutfak', write: 'Fişleri kapatma ve geri alma' },
};

export const told: Texts<typeof toldHere> = {
  noun: {
    KitchenStation: 'Mutfak istasyonu',
    KitchenRoute: 'Mutfak yönlendirmesi',
    KitchenTicket: 'Mutfak fişi',
    KitchenFire: 'Mutfak fişi satırı',
  },
  field: {
    KitchenStation: {
      locationId: 'şube',
      name: 'ad',
      warnAfterSeconds: 'uzun bekleme sınırı (sn)',
      lateAfterSeconds: 'gecikme sınırı (sn)',
      sound: 'ses',
      position: 'sıra',
      removedAt: 'kaldırılma',
    },
    KitchenRoute: { stationId: 'istasyon', sectionId: 'bölüm', itemId: 'ürün', channels: 'kanallar' },
    KitchenTicket: {
      orderId: 'sipariş',
      locationId: 'şube',
      stationId: 'istasyon',
      number: 'numara',
      mark: 'ne değiştirdiği',
      toMake: 'hazırlanacak',
      firedAt: 'gönderim',
      bumpedAt: 'kapanış',
      recalledAt: 'geri alınma',
      voidedAt: 'iptal',
    },
    KitchenFire: {
      orderId: 'sipariş',
      lineId: 'sipariş edilen ürün',
      stationId: 'istasyon',
      ticketId: 'fiş',
      kind: 'tür',
      difference: 'fark',
      note: 'not',
      firedAt: 'gönderim',
    },
  },
};
