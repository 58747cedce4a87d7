using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>An app key: a program's way in. Its token is known to the program alone; here lies a hash of it.</summary>
public sealed class AppKeyRow
{
    /// <summary>What the program sends as <c>X-VTEX-API-AppKey</c>; never given twice.</summary>
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Store, seller or marketplace.</summary>
    public Side Side { get; set; }

    /// <summary>The affiliate of a marketplace, the id of a seller; null for the store.</summary>
    public string? Party { get; set; }

    /// <summary>Seconds after which a second cancel confirms; null: never.</summary>
    public int? SecondCall { get; set; }

    /// <summary>SHA-256 of the token, 32 bytes.</summary>
    public byte[] TokenHash { get; set; } = [];

    /// <summary>That of the token before, which is good until <see cref="PreviousUntil"/> (UTC ticks).</summary>
    public byte[]? PreviousHash { get; set; }

    public long? PreviousUntil { get; set; }

    /// <summary>The id of the user who made it; null: the command line.</summary>
    public string? IssuedById { get; set; }

    /// <summary>UTC ticks.</summary>
    public long CreatedAt { get; set; }

    /// <summary>UTC ticks; null: the first token is in force.</summary>
    public long? RotatedAt { get; set; }

    /// <summary>UTC ticks; null: it is in force.</summary>
    public long? RevokedAt { get; set; }

    /// <summary>UTC ticks, to the minute; null: never.</summary>
    public long? LastUsedAt { get; set; }
}

/// <summary>A role that an app key has.</summary>
public sealed class AppKeyRoleRow
{
    public string AppKeyId { get; set; } = "";

    public string RoleId { get; set; } = "";
}
