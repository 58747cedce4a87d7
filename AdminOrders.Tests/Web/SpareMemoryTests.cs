using AdminOrders.Web.Shell;

namespace AdminOrders.Tests.Web;

public sealed class SpareMemoryTests
{
    private const long Megabyte = 1024 * 1024;

    [Theory]
    [InlineData(10, 16, 4, true)]
    [InlineData(10, 15, 4, false)]
    [InlineData(10, 400, 400, true)]
    [InlineData(10, 399, 400, false)]
    [InlineData(149, 16, 4, true)]
    [InlineData(150, 1_000, 4, false)]
    public void Memory_is_given_back_at_rest_and_as_often_as_the_process_has_allocated_what_it_holds(int workedMilliseconds, int allocated, int held, bool expected) =>
        Assert.Equal(expected, SpareMemory.IsTime(TimeSpan.FromMilliseconds(workedMilliseconds), allocated * Megabyte, held * Megabyte));
}
