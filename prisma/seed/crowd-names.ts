/** What the first audience is called. */
export const CROWD_NAMES: readonly string[] = [
  ...['Ada', 'Bram', 'Chidi', 'Dilan', 'Edda', 'Femi', 'Greta', 'Hana', 'Ines', 'Jonas', 'Kavya', 'Lena'],
  ...['Mateo', 'Noor', 'Otis', 'Paula', 'Quinn', 'Rosa', 'Sami', 'Tove', 'Uma', 'Vasco', 'Wanda', 'Ximena'],
  ...['Yusuf', 'Zora', 'Anouk', 'Bilal', 'Carla', 'Dario', 'Elif', 'Finn', 'Gita', 'Hugo', 'Ilse', 'Jamal'],
  ...['Keiko', 'Lars', 'Mira', 'Nils', 'Olga', 'Pavel', 'Ravi', 'Saga', 'Teo', 'Vera', 'Wim', 'Yara'],
];
