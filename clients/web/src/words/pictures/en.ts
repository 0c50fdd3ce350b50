export const picture = {
  title: 'Picture',
  preview: 'The picture of this item',
  file: 'Picture file',
  choose: 'Upload a picture',
  replace: 'Replace',
  remove: 'Remove picture',
  tooLarge: 'This picture is larger than 20 MB. Choose a smaller one.',
  address: 'Picture (web address)',
} as const;
