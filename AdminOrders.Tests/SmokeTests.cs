namespace AdminOrders.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Engine_loads() => Assert.NotNull(typeof(AdminOrders.Core.Storage.SqliteEngine));
}
