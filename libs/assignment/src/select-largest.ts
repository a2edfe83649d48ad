/**
 * Rearranges the first `size` numbers so that the `count` largest come first, in no certain order.
 *
 * @returns the least of those `count`
 */
export function selectLargest(numbers: Float64Array, size: number, count: number): number {
  const wanted = count - 1;
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const pivot = middleOfThree(
      numbers[low] as number,
      numbers[(low + high) >> 1] as number,
      numbers[high] as number,
    );
    let left = low;
    let right = high;
    while (left <= right) {
      while ((numbers[left] as number) > pivot) left++;
      while ((numbers[right] as number) < pivot) right--;
      if (left > right) break;
      const swapped = numbers[left] as number;
      numbers[left++] = numbers[right] as number;
      numbers[right--] = swapped;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return numbers[wanted] as number;
}

function middleOfThree(a: number, b: number, c: number): number {
  return a > b ? (b > c ? b : a > c ? c : a) : a > c ? a : b > c ? c : b;
}
