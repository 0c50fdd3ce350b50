import type { Words } from '../en.ts';

export const split: Words['split'] = {
  start: 'Böl',
  title: 'Sipariş {{order}}: böl',
  by: 'Bölme biçimi',
  ways: { EVENLY: 'Eşit', BY_SEAT: 'Sandalyeye göre', BY_ITEM: 'Ürüne göre' },
  parts: 'Kaç hesap',
  pick: '{{place}}. hesaba ne gideceğini seçin.',
  another: 'Bir hesap daha',
  partOf: '{{whole}} adetten {{part}}',
  less: 'Daha az',
  more: 'Daha çok',
  tax: 'Vergi',
  check: 'Hesap {{place}}',
  now_one: '{{count}} hesaba böl',
  now_other: '{{count}} hesaba böl',
  done: 'Bölündü: {{checks}}',
  seat: 'Sandalye {{seat}}',
  kitchenKnows: 'Mutfağa yeni bir şey gitmez. Açık fişler kendiliğinden izler.',
};
